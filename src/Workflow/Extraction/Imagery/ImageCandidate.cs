namespace Gpu.Workflow.Extraction.Imagery;

/// <summary>A picture as found, with what its place says of its importance.</summary>
/// <param name="Address">As the page writes it.</param>
/// <param name="Alt">Alternative text or caption.</param>
/// <param name="Width">Pixels, as far as told.</param>
/// <param name="Height">Pixels, as far as told.</param>
/// <param name="Prominence">The greater, the more it belongs to the content.</param>
internal sealed record ImageCandidate(string Address, string Alt, int? Width, int? Height, double Prominence);
