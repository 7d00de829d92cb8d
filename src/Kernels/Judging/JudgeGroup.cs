namespace Gpu.Kernels.Judging;

/// <summary>Pictures that share launches, with the tables for them.</summary>
internal sealed class JudgeGroup
{
    private readonly int[] _cellStarts;
    private readonly List<int> _crops = [];
    private readonly List<int> _importance = [];
    private readonly Dictionary<(int Width, int Height), int> _tables = [];

    /// <summary>Makes the tables of checked pictures.</summary>
    public JudgeGroup(int first, IReadOnlyList<RgbaPicture> pictures, JudgeOptions options)
    {
        First = first;
        Pictures = pictures;
        Shapes = [.. pictures.Select(p => new JudgeShape(p.Width, p.Height))];
        Measured = new BlockLayout([.. Shapes.Select(s => s.Measured)]);
        Small = new BlockLayout([.. Shapes.Select(s => s.Small)]);
        _cellStarts = new int[pictures.Count + 1];
        Plans = new CropPlan[pictures.Count][];
        for (var i = 0; i < pictures.Count; i++)
        {
            var (width, height) = Shapes[i].Small;
            _cellStarts[i + 1] = _cellStarts[i] + (width / SaliencyCells.Side * (height / SaliencyCells.Side));
            Plans[i] = [.. options.Aspects.Select(a => new CropPlan(pictures[i].Width, pictures[i].Height, Shapes[i].Prescale, Shapes[i].Small, a))];
            foreach (var plan in Plans[i])
            {
                Add(plan, _cellStarts[i], width / SaliencyCells.Side, height / SaliencyCells.Side);
            }
        }

        Importance = [.. _importance];
        Crops = [.. _crops];
    }

    /// <summary>The number of its first picture.</summary>
    public int First { get; }

    public IReadOnlyList<RgbaPicture> Pictures { get; }

    public JudgeShape[] Shapes { get; }

    public BlockLayout Measured { get; }

    public BlockLayout Small { get; }

    /// <summary>For each picture the plans of its aspects.</summary>
    public CropPlan[][] Plans { get; }

    /// <summary>For each picture the number of its first cell, then that of all.</summary>
    public int[] CellStarts => _cellStarts;

    public int Cells => _cellStarts[^1];

    public int[] Importance { get; }

    /// <summary>As <see cref="CropScores"/> takes them, picture by picture, aspect by aspect.</summary>
    public int[] Crops { get; }

    public int CropCount => Crops.Length / CropScores.CropLength;

    private void Add(CropPlan plan, int cells, int columns, int rows)
    {
        if (!_tables.TryGetValue((plan.Width, plan.Height), out var table))
        {
            table = _importance.Count;
            _importance.AddRange(CropImportance.Table(plan.Width, plan.Height));
            _tables.Add((plan.Width, plan.Height), table);
        }

        int width = CropImportance.Cells(plan.Width), height = CropImportance.Cells(plan.Height);
        for (var i = 0; i < plan.Count; i++)
        {
            var (x, y) = plan.Place(i);
            _crops.AddRange([cells + (y * columns) + x, columns, Math.Clamp(columns - x, 0, width), Math.Clamp(rows - y, 0, height), table, width]);
        }
    }
}
