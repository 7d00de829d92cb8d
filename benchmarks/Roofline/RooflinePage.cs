using System.Globalization;
using System.Text;
using Gpu.Benchmarks.Standard;

namespace Gpu.Benchmarks.Roofline;

/// <summary>docs/gpu-roofline.md.</summary>
internal static class RooflinePage
{
    private const double Pays = 1.25;

    /// <summary>The page.</summary>
    public static string Of(IReadOnlyList<(StandardKernel Kernel, KernelProfile Profile)> kernels)
    {
        var page = new StringBuilder();
        page.Append(RooflineText.Head);
        page.Append("\n## What a launch asks for\n\n");
        page.Append("| kernel | standard shape | unit | threads | bytes a unit | instructions a unit | loads a unit | stores a unit | sectors an access |\n| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var (kernel, p) in kernels)
        {
            var perUnit = (double)p.Threads / kernel.Units;
            page.Append(CultureInfo.InvariantCulture, $"| {kernel.Name} | {kernel.Shape} | {kernel.Unit} | {p.Threads:N0} | {Number((double)p.Bytes / kernel.Units)} | {Number(p.Instructions * perUnit)} | {Number(p.Loads * perUnit)} | {Number(p.Stores * perUnit)} | {Number(p.Sectors)} |\n");
        }

        page.Append("\n## What it cannot be faster than\n\nMicroseconds a launch, and which bound it is.\n\n");
        page.Append(CultureInfo.InvariantCulture, $"| kernel |{string.Concat(GpuCard.All.Select(c => $" {c.Name} |"))}\n| --- |{string.Concat(GpuCard.All.Select(_ => " --- |"))}\n");
        foreach (var (kernel, p) in kernels)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {kernel.Name} |{string.Concat(GpuCard.All.Select(c => $" {Number(c.Of(p).Time)} {c.Of(p).Name} |"))}\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"\nCards: {string.Join("; ", GpuCard.All.Select(c => $"{c.Name}: {c.GigabytesPerSecond:N0} GB/s, {c.Multiprocessors} multiprocessors at {c.Gigahertz:F3} GHz ({c.Source})"))}.\n");
        page.Append(Tiled(kernels));
        page.Append(Threads(kernels));
        return page.ToString();
    }

    private static string Tiled(IReadOnlyList<(StandardKernel Kernel, KernelProfile Profile)> kernels)
    {
        var gains = kernels
            .Select(k => (k.Kernel.Name, Gains: GpuCard.All.Select(c => (c.Name, Gain: c.Of(k.Profile).TiledGain(k.Profile))).Where(g => g.Gain >= Pays).ToArray()))
            .Where(k => k.Gains.Length > 0)
            .OrderByDescending(k => k.Gains.Max(g => g.Gain))
            .ToArray();
        var rows = gains.Select(g => $"| {g.Name} | {string.Join(", ", g.Gains.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name} {c.Gain:F1}")))} | {RooflineText.WhyNotTiled(g.Name)} |\n");
        return RooflineText.Tiled(Pays, string.Concat(rows));
    }

    private static string Threads(IReadOnlyList<(StandardKernel Kernel, KernelProfile Profile)> kernels) => RooflineText.Threads(string.Concat(kernels
        .Where(k => GpuCard.All.All(c => c.Of(k.Profile).Name == Bounds.OneThread))
        .Select(k => $"| {k.Kernel.Name} | {string.Join(", ", GpuCard.All.Select(c => $"{c.Name} {Number(c.Of(k.Profile).SharedGain)}"))} |\n")));

    // Two digits at least, three at most: more would be a promise.
    private static string Number(double value) => value switch
    {
        0 => "0",
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };
}
