using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gpu.Kernels.Arithmetic;

namespace Gpu.Kernels.Scoring;

/// <summary>The passes of <see cref="NormaliseRows"/>' host body over a row.</summary>
internal static class NormaliseHost
{
    private const int Lanes = 16;

    /// <summary>What is added up, eight at once.</summary>
    internal interface ITerms
    {
        Vector256<float> Of(Vector256<float> values);
    }

    /// <summary>The least and the greatest value; false when one of all is infinite or NaN.</summary>
    public static bool Range(ReadOnlySpan<float> values, out float low, out float high)
    {
        uint least = uint.MaxValue, most = 0;
        foreach (var value in values)
        {
            var ordered = OrderedSimilarity.Of(BitConverter.SingleToUInt32Bits(value));
            least = Math.Min(least, ordered);
            most = Math.Max(most, ordered);
        }

        low = BitConverter.UInt32BitsToSingle(OrderedSimilarity.Bits(least));
        high = BitConverter.UInt32BitsToSingle(OrderedSimilarity.Bits(most));
        return !OrderedSimilarity.IsNaN(most);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Sum<TTerms>(ReadOnlySpan<float> values, TTerms terms)
        where TTerms : struct, ITerms
    {
        Vector256<float> low = default, high = default;
        var i = 0;
        for (; i <= values.Length - Lanes; i += Lanes)
        {
            low += terms.Of(Vector256.Create(values[i..]));
            high += terms.Of(Vector256.Create(values[(i + 8)..]));
        }

        if (i < values.Length)
        {
            // What is not there adds +0, which changes nothing.
            Span<float> rest = stackalloc float[Lanes];
            rest.Clear();
            values[i..].CopyTo(rest);
            var there = Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(values.Length - i)).AsSingle();
            var thereHigh = Vector256.LessThan(Vector256<int>.Indices + Vector256.Create(8), Vector256.Create(values.Length - i)).AsSingle();
            low += terms.Of(Vector256.Create<float>(rest)) & there;
            high += terms.Of(Vector256.Create<float>(rest[8..])) & thereHigh;
        }

        var eight = low + high;
        var four = eight.GetLower() + eight.GetUpper();
        return four[0] + four[2] + (four[1] + four[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(ReadOnlySpan<float> values, float shift, float scale, Normalisation kind, Span<uint> target)
    {
        Span<float> rest = stackalloc float[Vector256<float>.Count];
        var i = 0;
        for (; i <= values.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            Normal(Vector256.Create(values[i..]), shift, scale, kind).CopyTo(target[i..]);
        }

        if (i < values.Length)
        {
            values[i..].CopyTo(rest);
            Span<uint> last = stackalloc uint[Vector256<uint>.Count];
            Normal(Vector256.Create<float>(rest), shift, scale, kind).CopyTo(last);
            last[..(values.Length - i)].CopyTo(target[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Normal(Vector256<float> values, float shift, float scale, Normalisation kind)
    {
        var moved = values - Vector256.Create(shift);
        if (kind == Normalisation.Softmax)
        {
            moved = ExponentialHost.Exp(moved);
        }

        var result = moved * Vector256.Create(scale);
        if (kind == Normalisation.MinMax)
        {
            result = Vector256.ConditionalSelect(Vector256.GreaterThan(result, Vector256<float>.One), Vector256<float>.One, result);
        }

        return Vector256.ConditionalSelect(Vector256.Equals(result, result), result, Vector256.Create(FloatBits.NaN).AsSingle()).AsUInt32();
    }

    internal readonly struct Values : ITerms
    {
        public Vector256<float> Of(Vector256<float> values) => values;
    }

    internal readonly struct Squares(float mean) : ITerms
    {
        public Vector256<float> Of(Vector256<float> values)
        {
            var moved = values - Vector256.Create(mean);
            return moved * moved;
        }
    }

    internal readonly struct Exponentials(float most) : ITerms
    {
        public Vector256<float> Of(Vector256<float> values) => ExponentialHost.Exp(values - Vector256.Create(most));
    }
}
