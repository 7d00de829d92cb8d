namespace Gpu.Workflow.Suggestions.Ranking;

/// <summary>Candidates with the vectors of their terms.</summary>
/// <param name="Candidates">The candidates.</param>
/// <param name="Vectors">A row for each.</param>
internal sealed record TextSet(List<Candidate> Candidates, TermVectors Vectors);
