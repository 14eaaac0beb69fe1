using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Text.Patterns.Intersection;

/// <summary>
/// The characters that none of some programs tells apart, one standing for all of them: where there is a choice, one that people can read.
/// </summary>
internal sealed class JointAlphabet
{
    private const int MaxSets = 400;
    private const int FirstSurrogate = 0xD800, EndOfSurrogates = 0xE000;

    // In the order in which they are taken to stand for others.
    private const string Readable = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -_.,:;/@!?#%&*+='\"()[]{}<>|~^$`\\";

    private JointAlphabet(int[] members) => Members = members;

    /// <summary>A code point of each symbol.</summary>
    public int[] Members { get; }

    /// <summary>The symbols of some programs, or null where these name more sets of characters than are looked at.</summary>
    public static JointAlphabet? Of(IEnumerable<PatternProgram> programs)
    {
        var sets = new HashSet<CodePointSet>();
        foreach (var program in programs)
        {
            foreach (var instruction in program.Code)
                AddSets(sets, program, instruction);
        }
        return sets.Count > MaxSets ? null : new JointAlphabet(MembersOf([.. sets]));
    }

    private static void AddSets(HashSet<CodePointSet> sets, PatternProgram program, Instruction instruction)
    {
        switch (instruction.Operation)
        {
            case Operation.Character:
                sets.Add(CodePointSet.Of(instruction.A).Union(CodePointSet.Of(instruction.B)));
                break;
            case Operation.Set:
                sets.Add(program.Sets[instruction.A]);
                break;
            case Operation.WordEdge or Operation.NotWordEdge:
                sets.Add(CharacterClasses.Word);
                break;
            case Operation.AsciiWordEdge or Operation.NotAsciiWordEdge:
                sets.Add(CharacterClasses.AsciiWord);
                break;
        }
    }

    private static int[] MembersOf(CodePointSet[] sets)
    {
        var firsts = new SortedSet<int> { 0, FirstSurrogate, EndOfSurrogates };
        foreach (var set in sets)
        {
            foreach (var range in set.Ranges)
            {
                firsts.Add(range.First);
                firsts.Add(range.Last + 1);
            }
        }
        firsts.Add(CodePointSet.LastCodePoint + 1);

        var members = new List<int>();
        var bySignature = new Dictionary<string, int>(StringComparer.Ordinal);
        var signature = new char[sets.Length];
        var edges = firsts.ToArray();
        for (var i = 0; i + 1 < edges.Length; i++)
        {
            if (edges[i] is >= FirstSurrogate and < EndOfSurrogates) continue;
            for (var j = 0; j < sets.Length; j++)
                signature[j] = sets[j].Contains(edges[i]) ? '1' : '0';
            var best = Best(edges[i], edges[i + 1] - 1);
            if (!bySignature.TryGetValue(new string(signature), out var symbol))
            {
                bySignature.Add(new string(signature), members.Count);
                members.Add(best);
            }
            else if (Rank(best) < Rank(members[symbol]))
            {
                members[symbol] = best;
            }
        }
        return [.. members.OrderBy(Rank)];
    }

    private static int Best(int first, int last)
    {
        var best = first;
        for (var codePoint = first; codePoint <= Math.Min(last, 127); codePoint++)
        {
            if (Rank(codePoint) < Rank(best)) best = codePoint;
        }
        return best;
    }

    private static int Rank(int codePoint) =>
        codePoint < 128 && Readable.IndexOf((char)codePoint, StringComparison.Ordinal) is >= 0 and var index
            ? index
            : Readable.Length + codePoint;
}
