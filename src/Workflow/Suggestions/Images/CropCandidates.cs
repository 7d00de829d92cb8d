using Gpu.Workflow.Pictures;

namespace Gpu.Workflow.Suggestions.Images;

/// <summary>The part of each picture to show in frames of each shape, where its subject is (smartcrop).</summary>
internal static class CropCandidates
{
    private const int Digits = 4;
    private const double ShorterSide = 1080;

    /// <summary>Finds and measures them.</summary>
    /// <param name="images">The pictures.</param>
    /// <param name="scores">Their scores.</param>
    /// <param name="facts">What is known of each; pictures without have no crops.</param>
    public static List<Candidate> Find(IReadOnlyList<Candidate> images, IReadOnlyList<float> scores, IReadOnlyList<PictureFacts?> facts)
    {
        var most = scores.DefaultIfEmpty(0).Max();
        var crops = new List<Candidate>();
        for (var i = 0; i < images.Count; i++)
        {
            for (var a = 0; a < PictureAspects.All.Count && facts[i] is { } fact && a < fact.Quality.Crops.Count; a++)
            {
                var name = PictureAspects.All[a].Name;
                var box = fact.Quality.Crops[a];
                var crop = new SuggestedCrop(name, Part(box.X, fact.Seen.Width), Part(box.Y, fact.Seen.Height), Part(box.Width, fact.Seen.Width), Part(box.Height, fact.Seen.Height));
                var shorter = Math.Min(crop.Width * fact.Size.Width, crop.Height * fact.Size.Height);
                crops.Add(new Candidate($"crop-{images[i].Id[6..]}-{name.Replace(':', 'x')}", $"{name} of {Name(images[i])}",
                [
                    most > 0 ? Math.Clamp(scores[i] / most, 0, 1) : 0,
                    (float)Math.Clamp(crop.Width * crop.Height, 0, 1),
                    (float)Math.Min(1, shorter / ShorterSide),
                ])
                { Composed = true, Crop = crop, For = images[i].Id, Image = images[i].Image, Group = $"{images[i].Id} {name}" });
            }
        }

        return crops;
    }

    private static double Part(int value, int of) => Math.Round((double)value / of, Digits);

    private static string Name(Candidate image) => image.Text.Length > 0 ? image.Text : Uri.UnescapeDataString(image.Image!.Url.Segments.LastOrDefault() ?? "") is { Length: > 0 and < 80 } name ? name : "a picture";
}
