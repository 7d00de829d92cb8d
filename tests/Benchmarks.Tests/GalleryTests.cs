using Gpu.Benchmarks.Gallery;
using Gpu.Kernels.Imaging;
using Gpu.Kernels.Launching;
using Gpu.Kernels.Video;
using ILGPU.Runtime;

namespace Gpu.Benchmarks.Tests;

public sealed class GalleryTests
{
    private const long MostBytes = 1_500_000;
    private static readonly string Page = File.ReadAllText(Repository.PathOf(GalleryCommand.Page));

    public static TheoryData<string> Shown =>
    [
        .. Enum.GetNames<Transition>().Select(t => $"Transition.{t}"),
        .. Enum.GetNames<FrameSampling>().Select(s => $"FrameSampling.{s}"),
        .. Enum.GetNames<ResizeFilter>(),
        .. typeof(FrameOptions).GetProperties().Select(p => p.Name).Except([nameof(FrameOptions.Transition), nameof(FrameOptions.FrameNumber), nameof(FrameOptions.Layout)]).Select(n => $"FrameOptions.{n}"),
        .. typeof(FrameLayer).GetProperties().Select(p => p.Name).Except([nameof(FrameLayer.Picture), nameof(FrameLayer.Box)]).Select(n => $"FrameLayer.{n}"),
        .. typeof(ImagingExtensions).GetMethods().Where(m => m.IsStatic).Select(m => m.Name),
        .. typeof(ImagingExtensions).Assembly.GetExportedTypes().Where(t => t.Namespace == typeof(ImagingExtensions).Namespace
            && (t.IsAssignableTo(typeof(IDeviceWork)) || t.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(Accelerator))))).Select(t => t.Name),
    ];

    [Theory]
    [MemberData(nameof(Shown))]
    public void Every_transition_and_imaging_operation_is_shown(string operation) =>
        Assert.True(Page.Contains(operation, StringComparison.Ordinal), $"{GalleryCommand.Page} does not show {operation}: add an entry in benchmarks/Gallery, and run the command gallery.");

    [Fact]
    public void The_page_is_that_of_its_entries() =>
        Assert.True(Page == GalleryCommand.Text(), $"{GalleryCommand.Page} is out of date. Make it anew with: dotnet run -c Release --project benchmarks -- gallery");

    [Fact]
    public void Every_picture_is_there_and_all_are_small()
    {
        var files = GalleryCommand.Entries.Select(e => new FileInfo(Repository.PathOf($"{GalleryCommand.Folder}/{e.File}.webp"))).ToArray();
        Assert.All(files, f => Assert.True(f.Exists, f.Name));
        Assert.Equal(files.Length, Directory.GetFiles(Repository.PathOf(GalleryCommand.Folder)).Length);
        Assert.InRange(files.Sum(f => f.Length), 1, MostBytes);
    }
}
