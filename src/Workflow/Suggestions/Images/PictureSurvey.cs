using System.Collections.Concurrent;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Pictures;

namespace Gpu.Workflow.Suggestions.Images;

/// <summary>Looks at pictures before they are scored: loads each small and has it judged, a few at a time.</summary>
internal static class PictureSurvey
{
    // So many bitmaps are alive at once, whatever the page has: about 5 MB each.
    private const int AtOnce = 4;

    private const int Opaque = 250;

    /// <summary>Facts by address, or the error where a picture cannot be had.</summary>
    public static async Task<IReadOnlyDictionary<Uri, (PictureFacts? Facts, string? Error)>> LookAsync(
        IPictureLoader loader, IPictureJudge judge, Uri page, IEnumerable<Uri> pictures, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<Uri, (PictureFacts?, string?)>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(pictures.Distinct(), options, async (url, cancel) =>
        {
            try
            {
                found[url] = (await LookAsync(loader, judge, page, url, cancel).ConfigureAwait(false), null);
            }
            catch (PageError e)
            {
                found[url] = (null, e.Message);
            }
        }).ConfigureAwait(false);
        return found;
    }

    private static async Task<PictureFacts> LookAsync(IPictureLoader loader, IPictureJudge judge, Uri page, Uri url, CancellationToken cancellationToken)
    {
        var preview = await loader.PreviewAsync(url, page, cancellationToken).ConfigureAwait(false);
        var quality = await judge.JudgeAsync([preview.Small], cancellationToken).ConfigureAwait(false);
        return new PictureFacts(preview.Size, new PictureSize(preview.Small.Width, preview.Small.Height), quality[0], Transparent(preview.Small));
    }

    private static double Transparent(Bitmap picture)
    {
        var rgba = picture.Rgba.Span;
        var count = 0;
        for (var i = 3; i < rgba.Length; i += 4)
        {
            count += rgba[i] < Opaque ? 1 : 0;
        }

        return 4.0 * count / Math.Max(4, rgba.Length);
    }
}
