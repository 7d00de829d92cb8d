using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Video.Host;

/// <summary>
/// What one line of samples needs to know of its columns, worked out once for all rows: for neighbouring outputs the
/// source lies within a window that one load brings, so a shuffle puts left and right neighbours side by side and one
/// multiplication weighs them. Where a picture is made more than about twice smaller the window is too small, and plain
/// indices serve.
/// </summary>
internal sealed unsafe class ColumnTable
{
    /// <summary>Outputs are padded to a multiple of this, the last one repeated.</summary>
    public const int Unit = 64;

    private readonly PinnedMemory _memory = new();
    private (long Start, long Step, int Columns, int Outputs, int Window) _made;

    /// <summary>Outputs with their padding.</summary>
    public int Length { get; private set; }

    /// <summary>Whether <see cref="Bases"/> and <see cref="Pairs"/> hold, or <see cref="Lefts"/> and <see cref="Rights"/>.</summary>
    public bool Shuffles { get; private set; }

    /// <summary>For each output (255 - f, f).</summary>
    public byte* Weights { get; private set; }

    /// <summary>For each output the places of its neighbours in its window.</summary>
    public byte* Pairs { get; private set; }

    /// <summary>For each window, of half as many outputs as it has bytes, its first column.</summary>
    public int* Bases { get; private set; }

    /// <summary>For each output its left neighbour.</summary>
    public int* Lefts { get; private set; }

    /// <summary>For each output its right neighbour.</summary>
    public int* Rights { get; private set; }

    /// <summary>The length with padding of so many outputs.</summary>
    public static int Padded(int outputs) => (outputs + Unit - 1) & -Unit;

    /// <summary>Works out a table, unless it is the one from before: bands of a frame share it, and frames of a still picture.</summary>
    /// <param name="axis">Where the outputs lie.</param>
    /// <param name="columns">Columns of the source; fewer than the window are read from a copy as long as it.</param>
    /// <param name="outputs">How many outputs.</param>
    /// <param name="window">Bytes of a window, 0 for indices.</param>
    public void Make(SampleAxis axis, int columns, int outputs, int window)
    {
        var wanted = (axis.Start, axis.Step, columns, outputs, window);
        if (wanted == _made)
        {
            return;
        }

        // Windows and indices share their memory, as only one of them holds.
        Length = Padded(outputs);
        Weights = _memory.AtLeast(10 * Length);
        Pairs = Weights + (2 * Length);
        Bases = (int*)(Pairs + (2 * Length));
        Lefts = (int*)Pairs;
        Rights = Lefts + Length;
        Shuffles = window > 0 && MakePairs(axis, columns, outputs, window);
        if (!Shuffles)
        {
            MakeIndices(axis, columns, outputs);
        }

        _made = wanted;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool MakePairs(SampleAxis axis, int columns, int outputs, int window)
    {
        int last = Math.Max(0, columns - window), outputsOfWindow = window / 2;
        for (var start = 0; start < Length; start += outputsOfWindow)
        {
            var position = axis.At(Math.Min(start, outputs - 1));
            var first = Math.Min(Neighbour(SampleAxis.Whole(position), columns), last);
            Bases[start / outputsOfWindow] = first;
            for (var x = start; x < start + outputsOfWindow; x++)
            {
                var column = SampleAxis.Whole(position);
                var right = Neighbour(column + 1, columns) - first;
                if (right >= window)
                {
                    return false;
                }

                Pairs[2 * x] = (byte)(Neighbour(column, columns) - first);
                Pairs[(2 * x) + 1] = (byte)right;
                Weigh(x, position);
                position += x < outputs - 1 ? axis.Step : 0;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MakeIndices(SampleAxis axis, int columns, int outputs)
    {
        for (var x = 0; x < Length; x++)
        {
            var position = axis.At(Math.Min(x, outputs - 1));
            Lefts[x] = Neighbour(SampleAxis.Whole(position), columns);
            Rights[x] = Neighbour(SampleAxis.Whole(position) + 1, columns);
            Weigh(x, position);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Weigh(int x, long position)
    {
        var weight = SampleAxis.Part(position, FrameArithmetic.HorizontalOne);
        Weights[2 * x] = (byte)(FrameArithmetic.HorizontalOne - weight);
        Weights[(2 * x) + 1] = (byte)weight;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Neighbour(int column, int columns) => Math.Max(0, Math.Min(column, columns - 1));
}
