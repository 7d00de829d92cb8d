namespace Gpu.Kernels.Video.Host;

/// <summary>
/// What the host's loops need of a vector of 16-bit numbers. The loops are written once and specialised by the JIT for
/// each width.
/// </summary>
/// <typeparam name="TVector">The vector.</typeparam>
internal unsafe interface IHostLanes<TVector>
    where TVector : struct
{
    /// <summary>16-bit numbers in a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Source bytes that one shuffle reaches; it makes half as many outputs. 0: there is no shuffle.</summary>
    static abstract int Window { get; }

    /// <summary>All lanes the same.</summary>
    static abstract TVector All(int value);

    /// <summary>Loads a vector from anywhere.</summary>
    static abstract TVector Load(short* from);

    /// <summary>Stores a vector to anywhere.</summary>
    static abstract void Store(TVector value, short* to);

    /// <summary>Sum of lanes.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>Sum of lanes, held at the ends of 16 bits.</summary>
    static abstract TVector AddSaturated(TVector a, TVector b);

    /// <summary>Difference of lanes.</summary>
    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary><see cref="FrameArithmetic.Scale"/> of lanes; not both -32768.</summary>
    static abstract TVector Scale(TVector a, TVector b);

    /// <summary>Stores twice <see cref="Count"/> numbers as bytes around 128, clamped.</summary>
    static abstract void StoreBytes(TVector first, TVector second, byte* to);

    /// <summary>Whether so many bytes are all 0.</summary>
    static abstract bool AllZero(byte* from);

    /// <summary>Bytes with sign, times 128.</summary>
    static abstract TVector Sources(byte* from);

    /// <summary>Alpha bytes widened to 0..32767, as <see cref="PlacedOverlay.Over"/> does.</summary>
    static abstract TVector Alphas(byte* from);

    /// <summary>Makes <see cref="Count"/> outputs of a line: pairs of neighbours by a shuffle, times their weights.</summary>
    /// <param name="row">The source row.</param>
    /// <param name="bases">Where each window starts.</param>
    /// <param name="pairs">For each output the place of its left and right neighbour in the window.</param>
    /// <param name="weights">For each output the weights of the two.</param>
    static abstract TVector Across(byte* row, int* bases, byte* pairs, byte* weights);
}
