using System.Text.Json;
using Gpu.Workflow.Extraction.Markup;

namespace Gpu.Benchmarks.Extraction;

/// <summary>A page with segments of text that its body must hold (<c>with</c>) and must not (<c>without</c>).</summary>
internal sealed record JudgedPage(string File, string Url, string[] With, string[] Without)
{
    /// <summary>Reads segments.json; the segments' white space is made even.</summary>
    public static async Task<JudgedPage[]> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var json = await System.IO.File.ReadAllTextAsync(Path.Combine(folder, "segments.json"), cancellationToken);
        var pages = JsonSerializer.Deserialize<JudgedPage[]>(json, JsonSerializerOptions.Web)!;
        return Array.ConvertAll(pages, page => page with { With = Array.ConvertAll(page.With, Words.Tidy), Without = Array.ConvertAll(page.Without, Words.Tidy) });
    }
}

/// <summary>Segments rightly kept and dropped, and not.</summary>
internal readonly record struct Tally(int Kept, int Missed, int Wrong, int Dropped)
{
    public double Precision => Kept / Math.Max(1.0, Kept + Wrong);

    public double Recall => Kept / Math.Max(1.0, Kept + Missed);

    public double F1 => 2 * Precision * Recall / Math.Max(1e-9, Precision + Recall);

    public static Tally operator +(Tally a, Tally b) => new(a.Kept + b.Kept, a.Missed + b.Missed, a.Wrong + b.Wrong, a.Dropped + b.Dropped);

    public static Tally Of(JudgedPage page, string text)
    {
        var kept = page.With.Count(text.Contains);
        var wrong = page.Without.Count(text.Contains);
        return new(kept, page.With.Length - kept, wrong, page.Without.Length - wrong);
    }

    public override string ToString() => $"precision {Precision:0.000}  recall {Recall:0.000}  F1 {F1:0.000}  (kept {Kept}, missed {Missed}, wrong {Wrong}, dropped {Dropped})";
}
