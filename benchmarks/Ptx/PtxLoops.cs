namespace Gpu.Benchmarks.Ptx;

/// <summary>
/// Which instructions are in loops: those of the natural loops of back edges, an edge to an instruction that every way to the
/// edge passes (it dominates it).
/// </summary>
internal static class PtxLoops
{
    /// <summary>How many loops hold each instruction, one within another.</summary>
    public static int[] Depths(PtxModule module)
    {
        var code = module.Instructions;
        var next = new int[code.Count][];
        var before = Enumerable.Range(0, code.Count).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < next.Length; i++)
        {
            next[i] = [.. Next(code[i], i).Where(n => n < next.Length)];
            foreach (var n in next[i])
            {
                before[n].Add(i);
            }
        }

        var dominators = Dominators(next, before);
        var loops = new Dictionary<int, HashSet<int>>();
        for (var i = 0; i < next.Length; i++)
        {
            foreach (var head in next[i].Where(n => Dominates(dominators, n, i)))
            {
                // Loops of one head are one loop.
                if (!loops.TryGetValue(head, out var body))
                {
                    loops.Add(head, body = [head]);
                }

                Gather(i, before, body);
            }
        }

        var depths = new int[next.Length];
        foreach (var i in loops.Values.SelectMany(b => b))
        {
            depths[i]++;
        }

        return depths;
    }

    private static int[] Next(PtxInstruction instruction, int at) => instruction.Kind switch
    {
        PtxKind.Branch or PtxKind.Table => instruction.Predicate < 0 ? instruction.Targets : [.. instruction.Targets, at + 1],
        PtxKind.Return => instruction.Predicate < 0 ? [] : [at + 1],
        _ => [at + 1],
    };

    // Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001).
    private static int[] Dominators(int[][] next, List<int>[] before)
    {
        var order = new int[next.Length];
        Array.Fill(order, -1);
        List<int> postorder = [];
        var stack = new Stack<(int At, int Child)>([(0, 0)]);
        var seen = new bool[next.Length];
        seen[0] = true;
        while (stack.TryPop(out var top))
        {
            if (top.Child == next[top.At].Length)
            {
                order[top.At] = postorder.Count;
                postorder.Add(top.At);
                continue;
            }

            stack.Push((top.At, top.Child + 1));
            var child = next[top.At][top.Child];
            if (!seen[child])
            {
                seen[child] = true;
                stack.Push((child, 0));
            }
        }

        var immediate = new int[next.Length];
        Array.Fill(immediate, -1);
        immediate[0] = 0;
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var at in Enumerable.Reverse(postorder).Skip(1))
            {
                var dominator = before[at].Where(b => immediate[b] >= 0).Aggregate(-1, (a, b) => a < 0 ? b : Meet(a, b));
                changed |= immediate[at] != dominator;
                immediate[at] = dominator;
            }
        }

        return immediate;

        int Meet(int a, int b)
        {
            while (a != b)
            {
                if (order[a] < order[b])
                {
                    a = immediate[a];
                }
                else
                {
                    b = immediate[b];
                }
            }

            return a;
        }
    }

    private static bool Dominates(int[] immediate, int head, int at)
    {
        for (; immediate[at] >= 0; at = immediate[at])
        {
            if (at == head)
            {
                return true;
            }

            if (immediate[at] == at)
            {
                break;
            }
        }

        return false;
    }

    private static void Gather(int from, List<int>[] before, HashSet<int> body)
    {
        var stack = new Stack<int>([from]);
        while (stack.TryPop(out var at))
        {
            if (body.Add(at))
            {
                before[at].ForEach(stack.Push);
            }
        }
    }
}
