namespace Gpu.Benchmarks.Gallery;

/// <summary>A picture of the gallery.</summary>
/// <param name="Section">Under which heading it stands.</param>
/// <param name="File">Its file's name without folder and ending.</param>
/// <param name="Title">What it shows, as code has it.</param>
/// <param name="Text">What is to be seen.</param>
/// <param name="Make">Makes its pictures, which stand side by side.</param>
internal sealed record GalleryEntry(string Section, string File, string Title, string Text, Func<GalleryStudio, IEnumerable<GalleryPicture>> Make);

/// <summary>An opaque R'G'B'A picture.</summary>
internal sealed record GalleryPicture(int Width, int Height, byte[] Rgba);
