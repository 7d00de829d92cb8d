using System.Runtime.InteropServices;
using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Imaging;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Scoring;

public sealed class ClusterPointsTests(Devices devices)
{
    // The definition once more, in numpy's 64-bit integers.
    private const string Numpy = """
        import sys, numpy as np
        n, k, rounds = map(int, sys.argv[1:])
        data = np.frombuffer(sys.stdin.buffer.read(), np.int32).astype(np.int64)
        points, counts = data[:3 * n].reshape(3, n).T, data[3 * n:]
        centres, near = np.zeros((k, 3), np.int64), np.ones(n, np.int64)
        for step in range(k):
            if step:
                distance = ((points - centres[step - 1]) ** 2).sum(1)
                near = distance if step == 1 else np.minimum(near, distance)
            centres[step] = points[np.argmax(counts * near)]
        def assign():
            return ((points[:, None, :] - centres[None]) ** 2).sum(2).argmin(1)
        for _ in range(rounds):
            clusters = assign()
            for c in range(k):
                weights = counts * (clusters == c)
                if weights.sum():
                    sums = (points * weights[:, None]).sum(0)
                    centres[c] = np.sign(sums) * (np.abs(sums) // weights.sum())
        sys.stdout.buffer.write(centres.astype(np.int32).tobytes() + assign().astype(np.int32).tobytes())
        """;

    // OpenCV's best of ten attempts, judged by the mean squared distance.
    private const string OpenCv = """
        import sys, cv2, numpy as np
        n, k = map(int, sys.argv[1:])
        points = np.frombuffer(sys.stdin.buffer.read(), np.int32).reshape(3, n).T.astype(np.float32)
        cv2.setRNGSeed(1)
        compactness, _, _ = cv2.kmeans(points, k, None, (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 50, 1e-4), 10, cv2.KMEANS_PP_CENTERS)
        sys.stdout.buffer.write(np.array([compactness], np.float64).tobytes())
        """;

    [Theory]
    [InlineData(1, 1, 3, 1)]
    [InlineData(7, 7, 4, 1000)]
    [InlineData(300, 5, 10, 20_000_000)]
    [InlineData(5000, 16, 6, 1)]
    [InlineData(700, 3, 0, 50)]
    [InlineData(2000, 64, 5, 3)]
    public async Task Centres_and_clusters_are_those_of_the_definition_in_numpy(int n, int k, int rounds, int most)
    {
        var random = new Random(n + k);
        int[] points = Groups(random, n, k), counts = [.. Enumerable.Range(0, n).Select(_ => random.Next(most + 1))];
        var expected = MemoryMarshal.Cast<byte, int>(await Reference.PythonAsync(Numpy, MemoryMarshal.AsBytes<int>([.. points, .. counts]).ToArray(), $"{n}", $"{k}", $"{rounds}")).ToArray();
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            int[] centres = new int[3 * k], clusters = new int[n];
            WorkRun.Execute(accelerator, new ClusterPoints(points, counts, centres, clusters, rounds));
            Assert.Equal(expected, centres.Concat(clusters));
        }
    }

    [Theory]
    [InlineData(4000, 5)]
    [InlineData(4000, 12)]
    public async Task Centres_are_nearly_as_good_as_OpenCvs_best_of_ten(int n, int k)
    {
        var points = Groups(new Random(k), n, k);
        var theirs = MemoryMarshal.Read<double>(await Reference.PythonAsync(OpenCv, MemoryMarshal.AsBytes<int>(points).ToArray(), $"{n}", $"{k}"));
        int[] centres = new int[3 * k], clusters = new int[n];
        WorkRun.Execute(devices.Cpu, new ClusterPoints(points, default, centres, clusters, 20));
        var ours = Enumerable.Range(0, n).Sum(i => Enumerable.Range(0, 3).Sum(a => Math.Pow(points[(a * n) + i] - centres[(3 * clusters[i]) + a], 2)));
        Assert.True(ours < 1.25 * theirs, $"{ours} against {theirs}");
    }

    [Fact]
    public void Fewer_different_points_than_centres_leave_centres_without_points()
    {
        int[] centres = new int[9], clusters = new int[4];
        WorkRun.Execute(devices.Cpu, new ClusterPoints(new[] { 5, 5, 9, 5, 1, 1, 2, 1, 0, 0, 7, 0 }, default, centres, clusters));
        Assert.Equal([0, 0, 1, 0], clusters);
        Assert.Equal([5, 1, 0, 9, 2, 7, 5, 1, 0], centres);
    }

    [Fact]
    public void Arguments_that_cannot_be_are_named()
    {
        static string Message(int points, int counts, int centres, int clusters, int coordinate = 0, int count = 1) => Assert.ThrowsAny<ArgumentException>(
            () => new ClusterPoints(Enumerable.Repeat(coordinate, points).ToArray(), Enumerable.Repeat(count, counts).ToArray(), new int[centres], new int[clusters])).Message;
        Assert.Contains("7 elements are not one or more rows of 3", Message(7, 0, 3, 2), StringComparison.Ordinal);
        Assert.Contains("3 clusters where 2", Message(6, 0, 3, 3), StringComparison.Ordinal);
        Assert.Contains("3 centres of 2 points", Message(6, 0, 9, 2), StringComparison.Ordinal);
        Assert.Contains("1 counts where 2", Message(6, 1, 3, 2), StringComparison.Ordinal);
        Assert.Contains("coordinate is 16385", Message(6, 0, 3, 2, coordinate: 16385), StringComparison.Ordinal);
        Assert.Contains("count is -1", Message(6, 2, 3, 2, count: -1), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClusterPoints(new int[6], default, new int[3], new int[2], -1));
    }

    private static int[] Groups(Random random, int n, int k)
    {
        var middles = Enumerable.Range(0, 3 * k).Select(_ => random.Next(-14_000, 14_000)).ToArray();
        var points = new int[3 * n];
        for (var i = 0; i < n; i++)
        {
            var group = random.Next(k);
            for (var axis = 0; axis < 3; axis++)
            {
                points[(axis * n) + i] = middles[(3 * group) + axis] + random.Next(-2000, 2000);
            }
        }

        return points;
    }
}
