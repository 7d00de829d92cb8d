using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Imaging;
using Gpu.Kernels.Tests.Suite;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Scoring;

public sealed class SelectTopTests(Devices devices)
{
    public static TheoryData<string> Orders => ["random", "rising", "falling", "equal", "few", "waves", "hidden", "NaN"];

    // .NET's stable sort is the reference. "hidden" and "waves" are made so that a sample taken at even steps misleads.
    [Theory]
    [MemberData(nameof(Orders))]
    public void Selects_what_a_stable_sort_puts_first_in_each_row(string order)
    {
        foreach (var (rows, columns, k) in new[] { (1, 40_000, 2048), (3, 20_000, 128), (4, 9000, 1), (5, 700, 700), (2, 1, 1), (1, 40_000, 1) })
        {
            var scores = Enumerable.Range(0, rows).SelectMany(r => Row(order, columns, r)).ToArray();
            var expected = scores.Chunk(columns).SelectMany(row => Enumerable.Range(0, columns)
                .OrderBy(i => float.IsNaN(row[i])).ThenByDescending(i => row[i] + 0f).ThenBy(i => i).Take(k));
            foreach (var accelerator in columns > 20_000 ? [devices.Cpu] : new[] { devices.Cpu, devices.Pocl })
            {
                var top = new int[rows * k];
                WorkRun.Execute(accelerator, new SelectTop(scores, columns, top));
                Assert.Equal(expected, top);
            }
        }
    }

    [Fact]
    public void A_host_selects_on_its_own_accelerator()
    {
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            float[] values = Row("random", 2000, 1);
            using var scores = accelerator.Allocate1D(values);
            using var scratch = accelerator.Allocate1D<ulong>(accelerator.TopScratch(2, 1000, 3));
            using var indices = accelerator.Allocate1D<int>(scratch.Length);
            using var top = accelerator.Allocate1D<int>(6);
            accelerator.SelectTop(scores.View, 1000, scratch.View, indices.View, top.View);
            accelerator.Synchronize();
            Assert.Equal(
                values.Chunk(1000).SelectMany(r => r.Select((v, i) => (v, i)).OrderByDescending(p => p.v).ThenBy(p => p.i).Take(3).Select(p => p.i)),
                top.GetAsArray1D());
            Assert.Contains("where", Assert.Throws<ArgumentException>(() => accelerator.SelectTop(scores.View, 1000, scratch.View.SubView(0, 1), indices.View, top.View)).Message, StringComparison.Ordinal);
        }
    }

    private static float[] Row(string order, int columns, int seed)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, columns).Select(_ => random.NextSingle() - 0.5f).ToArray();
        return order switch
        {
            "rising" => [.. values.Order()],
            "falling" => [.. values.OrderDescending()],
            "equal" => [.. values.Select((_, i) => i % 2 == 0 ? 0f : -0f)],
            "few" => [.. values.Select(v => MathF.Round(v * 4))],
            "waves" => [.. values.Select((v, i) => MathF.Sin(i * MathF.Tau / (columns / 1024f)) + (v / 100))],
            "hidden" => [.. values.Select((v, i) => i % (Math.Max(columns / 4096, 1)) == 0 || i % (Math.Max(columns / 512, 1)) == 0 ? v + 10 : v)],
            "NaN" => [.. values.Select(v => v > 0.0001f ? float.NaN : v)],
            _ => values,
        };
    }
}
