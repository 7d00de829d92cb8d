using ILGPU;

namespace Gpu.Kernels.Judging;

/// <summary>Items of several groups, numbered through.</summary>
internal static class Groups
{
    /// <summary>The group that an item is of: the last whose first item is not after it.</summary>
    /// <param name="starts">For each group the number of its first item, then the number of all items.</param>
    /// <param name="item">Less than that number.</param>
    public static int Of(ArrayView<int> starts, int item)
    {
        int low = 0, high = (int)starts.Length - 1;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (starts[middle] <= item)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
