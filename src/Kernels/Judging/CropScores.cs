using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Judging;

/// <summary>
/// Scores crops: the worth of each cell inside times its importance there, exact in 64-bit integers. Crops of one size in
/// one picture compare as smartcrop's scores do. An item is a crop.
/// </summary>
/// <param name="worth">The cells' worth, picture by picture.</param>
/// <param name="importance">Tables of <see cref="CropImportance"/>.</param>
/// <param name="crops">Six integers a crop: its first cell's index, cells from row to row of the picture, columns and rows
/// within the picture, its table's start in <paramref name="importance"/>, and that table's columns.</param>
/// <param name="scores">Takes a score a crop.</param>
internal readonly struct CropScores(ArrayView<int> worth, ArrayView<int> importance, ArrayView<int> crops, ArrayView<long> scores) : IItemOperation
{
    /// <summary>Integers a crop.</summary>
    public const int CropLength = 6;

    public void Item(int item)
    {
        var crop = item * CropLength;
        int cells = crops[crop], stride = crops[crop + 1], columns = crops[crop + 2], rows = crops[crop + 3], table = crops[crop + 4], tableColumns = crops[crop + 5];
        long score = 0;
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                score += (long)worth[cells + (y * stride) + x] * importance[table + (y * tableColumns) + x];
            }
        }

        scores[item] = score;
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        for (var item = first; item < end; item++)
        {
            var crop = HostSpan.Of(crops, (long)item * CropLength, CropLength);
            long score = 0;
            for (var y = 0; y < crop[3]; y++)
            {
                var cells = HostSpan.Of(worth, crop[0] + ((long)y * crop[1]), crop[2]);
                var weights = HostSpan.Of(importance, crop[4] + ((long)y * crop[5]), crop[2]);
                for (var x = 0; x < cells.Length; x++)
                {
                    score += (long)cells[x] * weights[x];
                }
            }

            scores[item] = score;
        }
    }
}
