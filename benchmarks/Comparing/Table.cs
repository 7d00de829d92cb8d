namespace Gpu.Benchmarks.Comparing;

/// <summary>The rows as a Markdown table, as docs/benchmarks.md has them.</summary>
internal static class Table
{
    /// <summary>The head.</summary>
    public const string Header = "| work | against | unit | ours (range) | theirs (range) | ratio | goal |\n| --- | --- | --- | --- | --- | --- | --- |";

    /// <summary>A row; limits say so.</summary>
    public static string Line(Row row) => FormattableString.Invariant(
        $"| {row.Name} | {row.Peer}{(row.Kind == "limit" ? ", a limit" : "")} | {row.Unit} | {row.Ours:G4} ({row.OursRange[0]:G4} to {row.OursRange[1]:G4}) | {row.PeerValue:G4} ({row.PeerRange[0]:G4} to {row.PeerRange[1]:G4}) | {row.Ratio:F2} | {row.Goal:G4} |");
}
