using Gpu.Kernels.Imaging;
using Gpu.Kernels.Imaging.Grading;
using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Api;

/// <summary>Calls on views allocate nothing once their sizes have been seen.</summary>
public sealed class CallAllocationTests(Devices devices)
{
    private const int Side = 64;
    private const int Rows = 400;
    private const int Columns = 16;
    private const int Most = 60;

    public static TheoryData<string> All => [.. new Calls(null!).Names];

    [Theory]
    [MemberData(nameof(All))]
    public void A_call_allocates_nothing(string operation)
    {
        using var own = new CaseArguments(devices.Cpu, 1, 0, false);
        using var calls = new Calls(own);
        var call = calls.Get(operation);
        var least = long.MaxValue;

        // The first calls compile, and make scratch memory for each thread that helps.
        for (var i = 0; i < Most && least > 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public void Every_extension_on_views_and_every_operation_that_keeps_memory_is_among_them()
    {
        var extensions = typeof(ImagingExtensions).Assembly.GetExportedTypes()
            .SelectMany(t => t.GetMethods())
            .Where(m => m.IsStatic && m.GetParameters() is [{ } first, ..] parameters && first.ParameterType == typeof(Accelerator)
                && parameters.Any(p => p.ParameterType.IsGenericType && p.ParameterType.GetGenericTypeDefinition() == typeof(ArrayView<>)))
            .Select(m => m.Name).Distinct();
        Assert.Empty(extensions.Except(new Calls(null!).Names));
        var kept = typeof(ImagingExtensions).Assembly.GetExportedTypes()
            .Where(t => t.IsClass && !t.IsAbstract && t.GetConstructors().Any(c => c.GetParameters() is [{ } first, ..] && first.ParameterType == typeof(Accelerator)))
            .Select(t => t.Name);
        Assert.Empty(kept.Except(new Calls(null!).Names));
    }

    private sealed class Calls(CaseArguments own) : IDisposable
    {
        private readonly List<IDisposable> _owned = [];

        public IEnumerable<string> Names => Makers.Keys;

        private Dictionary<string, Func<Action>> Makers => new()
        {
            ["ConvertToI420"] = () =>
            {
                var (rgba, planes, accelerator) = (Picture(), Planes(), own.Accelerator);
                return () => accelerator.ConvertToI420(rgba, planes, Side, Side);
            },
            ["ConvertToPlanes"] = () =>
            {
                var (rgba, planes, accelerator) = (Picture(), Planes(), own.Accelerator);
                return () => accelerator.ConvertToPlanes(rgba, planes, Side, Side, PlaneFormat.Video);
            },
            ["ConvertToRgba"] = () =>
            {
                var (rgba, planes, accelerator) = (Picture(), Planes(), own.Accelerator);
                return () => accelerator.ConvertToRgba(planes, rgba, Side, Side, PlaneFormat.Video);
            },
            ["Crossfade"] = () =>
            {
                var (from, to, accelerator) = (Picture(), Picture(), own.Accelerator);
                return () => accelerator.Crossfade(from, to, to, Side, Side, 0.3);
            },
            ["CompositeOver"] = () =>
            {
                var (source, ground, accelerator) = (Picture(), Picture(), own.Accelerator);
                return () => accelerator.CompositeOver(source, ground, ground, Side, Side);
            },
            ["Resizer"] = () => Twice(Own(new Resizer(own.Accelerator, Side, Side, Side, Side, ResizeFilter.Bicubic)).Run),
            ["GaussianBlur"] = () => Twice(Own(new GaussianBlur(own.Accelerator, Side, Side, 2)).Run),
            ["BoxBlur"] = () => Twice(Own(new BoxBlur(own.Accelerator, Side, Side, 3)).Run),
            ["ColourMap"] = () =>
            {
                var map = Own(new ColourMap(own.Accelerator, new ColourCube(2, new float[24])));
                var (from, to) = (Picture(), Picture());
                return () => map.Run(from, to, Side, Side);
            },
            ["Score"] = () =>
            {
                var (matrix, weights, scores, accelerator) = (Matrix(), own.Input(own.Floats(Columns)), own.Output<float>(Rows), own.Accelerator);
                return () => accelerator.Score(matrix, weights, default, scores);
            },
            ["InverseNorms"] = () =>
            {
                var (matrix, inverses, accelerator) = (Matrix(), own.Output<float>(Rows), own.Accelerator);
                return () => accelerator.InverseNorms(matrix, Columns, inverses);
            },
            ["Normalise"] = () =>
            {
                var (matrix, target, accelerator) = (Matrix(), own.Output<float>(Rows * Columns), own.Accelerator);
                return () => accelerator.Normalise(matrix, Columns, Normalisation.ZScore, target);
            },
            ["SelectTop"] = () =>
            {
                var (matrix, top, accelerator) = (Matrix(), own.Output<int>(9), own.Accelerator);
                return () => accelerator.SelectTop(matrix, Rows * Columns, top);
            },
            ["FindSimilar"] = () =>
            {
                var (matrix, top, accelerator) = (Matrix(), own.Output<int>(4 * 9), own.Accelerator);
                return () => accelerator.FindSimilar(matrix.SubView(0, 4 * Columns), matrix, Columns, Similarity.Cosine, top);
            },
            ["FindHashes"] = () =>
            {
                var (hashes, top, accelerator) = (own.Input(own.Bits<ulong>(Rows)), own.Output<int>(2 * 9), own.Accelerator);
                return () => accelerator.FindHashes(hashes.SubView(0, 2), hashes, top);
            },
            ["SelectDiverse"] = () =>
            {
                var (matrix, top, accelerator) = (Matrix(), own.Output<int>(5), own.Accelerator);
                return () => accelerator.SelectDiverse(matrix, Columns, matrix.SubView(0, Rows), Similarity.Cosine, 0.5f, top);
            },
            ["RankByLinks"] = () =>
            {
                var (links, ranks, accelerator) = (own.Input(own.Floats(Columns * Columns)), own.Output<float>(Columns), own.Accelerator);
                return () => accelerator.RankByLinks(links, ranks);
            },
            ["RankLoss"] = () =>
            {
                var (matrix, pairs, accelerator) = (Matrix(), own.Input([1, 2, 3, 4]), own.Accelerator);
                ArrayView<float> losses = own.Output<float>(2), gradient = own.Output<float>(Columns);
                return () => accelerator.RankLoss(matrix, matrix.SubView(0, Columns), pairs, losses, gradient);
            },
        };

        public Action Get(string name) => Makers[name]();

        public void Dispose() => _owned.ForEach(o => o.Dispose());

        private ArrayView<byte> Picture() => own.Input(own.Bits<byte>(4 * Side * Side));

        private ArrayView<byte> Planes() => own.Input(own.Bits<byte>(I420.Length(Side, Side)));

        private ArrayView<float> Matrix() => own.Input(own.Floats(Rows * Columns));

        private Action Twice(Action<ArrayView<byte>, ArrayView<byte>> run)
        {
            var (from, to) = (Picture(), Picture());
            return () => run(from, to);
        }

        private T Own<T>(T owned)
            where T : IDisposable
        {
            _owned.Add(owned);
            return owned;
        }
    }
}
