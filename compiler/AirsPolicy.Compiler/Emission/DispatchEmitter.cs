namespace AirsPolicy.Compiler.Emission;

/// <summary>
/// Writes the choice of a method by its number as switches of few arms each, in as many levels as it takes: a switch of thousands of
/// arms, or a method of thousands of calls, costs the C# compiler and the JIT more than its share.
/// </summary>
internal sealed class DispatchEmitter(CodeWriter writer)
{
    private const int Bits = 6;
    private const int Arms = 1 << Bits;

    /// <summary>Writes the body of a choice and the methods of its lower levels.</summary>
    /// <param name="branch">What the methods of the lower levels are named for.</param>
    /// <param name="returns">What the methods give.</param>
    /// <param name="count">How many numbers there are.</param>
    /// <param name="number">The parameter that chooses.</param>
    /// <param name="arm">The statement for a number.</param>
    /// <param name="otherwise">The statement where there is no such number.</param>
    public void Write(ProgramPart branch, Code returns, int count, Code number, Func<int, Code> arm, Code otherwise)
    {
        var methods = new Methods(branch);
        var levels = 0;
        while (count > 1 << (Bits * (levels + 1)))
            levels++;
        WriteSwitch(methods, 0, levels, count, number, arm, otherwise);
        for (var level = levels - 1; level >= 0; level--)
        {
            var span = 1 << (Bits * (level + 1));
            for (var first = 0; first < count; first += span)
            {
                writer.Line($"private static {returns} {methods.Of(level, first)}(int {number}, FactFrame f, Evaluation e)");
                WriteSwitch(methods, first, level, Math.Min(count, first + span), number, arm, otherwise);
            }
        }
    }

    private void WriteSwitch(Methods methods, int first, int level, int end, Code number, Func<int, Code> arm, Code otherwise)
    {
        writer.Open();
        var span = 1 << (Bits * level);
        if (level == 0)
            writer.Line($"switch ({number})");
        else
            writer.Line($"switch ({number} >> {Bits * level})");
        writer.Open();
        for (var at = first; at < end; at += span)
            writer.Line($"case {at >> (Bits * level)}: {(level == 0 ? arm(at) : Lower(methods, level - 1, at, number, otherwise))}");
        writer.Line($"default: {otherwise}");
        writer.Close();
        writer.Close();
    }

    private static Code Lower(Methods methods, int level, int first, Code number, Code otherwise)
    {
        var call = Code.Of($"{methods.Of(level, first)}({number}, f, e);");
        return otherwise == Nothing ? Code.Of($"{call} return;") : Code.Of($"return {call}");
    }

    /// <summary>The end of a choice between methods that return nothing.</summary>
    public static Code Nothing => Code.Of($"return;");

    private readonly record struct Methods(ProgramPart Branch)
    {
        public Name Of(int level, int first) => Name.Numbered(Branch, level, first >> (Bits * (level + 1)));
    }
}
