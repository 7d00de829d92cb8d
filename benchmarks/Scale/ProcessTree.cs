using System.Globalization;

namespace Gpu.Benchmarks.Scale;

/// <summary>A process and those that it started, as Linux counts them.</summary>
internal static class ProcessTree
{
    /// <summary>The processes of a tree.</summary>
    public static IEnumerable<int> Of(int root)
    {
        yield return root;
        foreach (var child in Children(root))
        {
            foreach (var below in Of(child))
            {
                yield return below;
            }
        }
    }

    /// <summary>The processes that one started and that still run.</summary>
    public static IEnumerable<int> Children(int process)
    {
        string[] tasks;
        try
        {
            tasks = Directory.GetDirectories($"/proc/{process}/task");
        }
        catch (IOException)
        {
            return [];
        }

        return tasks.SelectMany(static task =>
        {
            try
            {
                return File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return [];
            }
        }).Select(static id => int.Parse(id, CultureInfo.InvariantCulture));
    }

    /// <summary>Bytes of memory of a process, what it shares with others counted by its share; 0 where it has ended.</summary>
    public static long Memory(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/smaps_rollup").FirstOrDefault(static l => l.StartsWith("Pss:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>CPU seconds of a process and of its children that have ended.</summary>
    public static double ProcessorSeconds(int process)
    {
        try
        {
            // After the name, which may have spaces: fields 14 to 17 are ticks of a hundredth of a second.
            var text = File.ReadAllText($"/proc/{process}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return fields.Skip(11).Take(4).Sum(static f => long.Parse(f, CultureInfo.InvariantCulture)) / 100.0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
