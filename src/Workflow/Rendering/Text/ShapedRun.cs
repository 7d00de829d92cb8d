namespace Gpu.Workflow.Rendering.Text;

/// <summary>Glyphs of one font in the order in which they stand, from left to right.</summary>
/// <param name="Font">The font.</param>
/// <param name="Glyphs">Glyph numbers.</param>
/// <param name="X">Where each stands, in ems from the line's left end.</param>
/// <param name="Y">How far each is raised, in ems.</param>
/// <param name="End">Where the next one begins, in ems from the line's left end.</param>
/// <param name="Clusters">The char of the paragraph that each belongs to: the first of those that it draws.</param>
internal sealed record ShapedRun(FontFile Font, ushort[] Glyphs, float[] X, float[] Y, float[] End, int[] Clusters);

/// <summary>A line of shaped text.</summary>
/// <param name="Runs">From left to right.</param>
/// <param name="Width">Ems.</param>
internal sealed record ShapedLine(IReadOnlyList<ShapedRun> Runs, float Width);
