namespace Gpu.Kernels.Scoring;

/// <summary>Checks that arguments of scoring operations agree, before a launch: a kernel cannot throw.</summary>
internal static class ScoringCheck
{
    /// <summary>The rows of a matrix of so many columns.</summary>
    public static int Rows(long elements, int columns, string name)
    {
        if (columns < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(columns), columns, "A matrix has at least 1 column.");
        }

        if (elements == 0 || elements % columns != 0 || elements / columns > int.MaxValue)
        {
            throw new ArgumentException($"{elements} elements are not one or more rows of {columns}: give whole rows.", name);
        }

        return (int)(elements / columns);
    }

    /// <summary>The k of which so many rows have room.</summary>
    public static int Selected(long length, int rows, int candidates, string name)
    {
        if (length == 0 || length % rows != 0)
        {
            throw new ArgumentException($"Room for {length} is not the same for each of {rows} rows, and at least 1: give {rows} x k.", name);
        }

        if (length / rows > candidates)
        {
            throw new ArgumentException($"The best {length / rows} of {candidates}: ask for at most as many as there are.", name);
        }

        return (int)(length / rows);
    }

    /// <summary>Scores beside indices, or none.</summary>
    public static void ScoresOfTop(long scores, long top, string name)
    {
        if (scores != 0)
        {
            Length(scores, top, "scores of the selected", name);
        }
    }

    /// <summary>A length that another argument says.</summary>
    public static void Length(long length, long expected, string what, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"{length} {what} where {expected} are needed.", name);
        }
    }

    public static void Similarity(Similarity similarity, string name)
    {
        if (!Enum.IsDefined(similarity))
        {
            throw new ArgumentOutOfRangeException(name, similarity, "There is no such similarity: choose Dot or Cosine.");
        }
    }

    /// <summary>A part of a whole.</summary>
    public static void Share(float share, string name)
    {
        if (!(share is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, share, $"{name} is from 0 to 1.");
        }
    }

    /// <summary>The rows that are normalised.</summary>
    public static int Normalised(long values, int columns, Normalisation kind, long target)
    {
        var rows = Rows(values, columns, nameof(values));
        if (columns > 1 << 24)
        {
            throw new ArgumentOutOfRangeException(nameof(columns), columns, $"A row of more than {1 << 24} values has no exact count as a float.");
        }

        if (!Enum.IsDefined(kind))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such normalisation: choose MinMax, ZScore or Softmax.");
        }

        Length(target, values, "normalised values", nameof(target));
        return rows;
    }
}
