using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Gpu.Benchmarks.Suites;

/// <summary>The column of <see cref="CallAllocation"/>.</summary>
internal sealed class AllocationColumn : IColumn
{
    public string Id => nameof(AllocationColumn);

    public string ColumnName => "Allocated";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Metric;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Size;

    public string Legend => "Bytes allocated a call, on all threads: the least of several batches of calls";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        var parameters = benchmarkCase.Parameters.Items.Select(p => (p.Name, (object?)p.Value));
        var bytes = CallAllocation.Get(benchmarkCase.Descriptor.Type, benchmarkCase.Descriptor.WorkloadMethod.Name, parameters);
        return bytes is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known} B") : "?";
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
}
