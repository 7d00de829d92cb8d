using Gpu.Workflow.Suggestions.Images;
using Gpu.Workflow.Suggestions.Ranking;

namespace Gpu.Workflow.Suggestions;

/// <summary>Scored candidates and which of them are taken.</summary>
internal sealed record Choice(Ranked Ranked, List<int> Taken)
{
    /// <summary>The taken, in the order in which they were.</summary>
    public IEnumerable<Candidate> Candidates => Taken.Select(i => Ranked.Candidates[i]);
}

/// <summary>All that is said and read.</summary>
internal sealed record SpokenChoice(Choice Headline, Choice Script, Choice Caption, Choice CallToAction);

/// <summary>All that is shown.</summary>
/// <param name="Images">The pictures.</param>
/// <param name="Facts">What is known of each picture, as the candidates stand.</param>
/// <param name="Logo">The logo, not scored yet.</param>
internal sealed record PictureChoice(Choice Images, List<PictureFacts?> Facts, List<Candidate> Logo);
