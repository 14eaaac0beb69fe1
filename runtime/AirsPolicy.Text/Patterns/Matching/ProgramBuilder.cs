using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Patterns.Matching;

/// <summary>Writes a tree out as instructions, as many as <see cref="Parsing.ProgramSize"/> has counted.</summary>
internal sealed class ProgramBuilder(NodeSets nodeSets)
{
    private readonly List<Instruction> _code = [];
    private readonly List<CodePointSet> _sets = [];

    public static PatternProgram Build(PatternTree tree)
    {
        var nodeSets = new NodeSets();
        var builder = new ProgramBuilder(nodeSets);
        builder.Emit(tree.Root, tree.IgnoreCase);
        builder.Emit(Operation.Accept);
        return new PatternProgram([.. builder._code], [.. builder._sets], PatternFacts.Of(tree, nodeSets));
    }

    private void Emit(PatternNode node, bool ignoreCase)
    {
        switch (node)
        {
            case PatternCharacter character:
                EmitCharacter(character.CodePoint, ignoreCase);
                break;
            case PatternAny:
                EmitSet(CharacterClasses.Any);
                break;
            case PatternClass one:
                EmitSet(nodeSets.Of(one, ignoreCase));
                break;
            case PatternAnchor anchor:
                Emit(ToOperation(anchor.Kind));
                break;
            case PatternSequence sequence:
                foreach (var item in sequence.Items) Emit(item, ignoreCase);
                break;
            case PatternAlternation alternation:
                EmitAlternation(alternation, ignoreCase);
                break;
            case PatternRepeat repeat:
                EmitRepeat(repeat, ignoreCase);
                break;
            case PatternCaseless caseless:
                Emit(caseless.Body, ignoreCase: true);
                break;
        }
    }

    private void EmitCharacter(int codePoint, bool ignoreCase)
    {
        var variants = ignoreCase ? CharacterTables.CaseVariants(codePoint) : [];
        switch (variants)
        {
            case []:
                Emit(Operation.Character, codePoint, codePoint);
                break;
            case [var other]:
                Emit(Operation.Character, codePoint, other);
                break;
            default:
                EmitSet(CharacterClasses.Of(codePoint, ignoreCase));
                break;
        }
    }

    private void EmitSet(CodePointSet set)
    {
        var index = _sets.FindIndex(known => ReferenceEquals(known, set));
        if (index < 0)
        {
            index = _sets.Count;
            _sets.Add(set);
        }

        Emit(Operation.Set, index);
    }

    // a|b|c  →  split L1 L2;  L1: a; jump END;  L2: split L3 L4;  L3: b; jump END;  L4: c;  END:
    private void EmitAlternation(PatternAlternation alternation, bool ignoreCase)
    {
        var jumps = new List<int>();
        foreach (var alternative in alternation.Alternatives.SkipLast(1))
        {
            var split = Emit(Operation.Split);
            Emit(alternative, ignoreCase);
            jumps.Add(Emit(Operation.Jump));
            _code[split] = new Instruction(Operation.Split, split + 1, _code.Count);
        }

        Emit(alternation.Alternatives[^1], ignoreCase);
        foreach (var jump in jumps) _code[jump] = new Instruction(Operation.Jump, _code.Count);
    }

    // a*      →  L: split L1 END;  L1: a; jump L
    // a{2,}   →  a;  L: a; split L END
    // a{1,3}  →  a;  split L1 END;  L1: a; split L2 END;  L2: a;  END:
    private void EmitRepeat(PatternRepeat repeat, bool ignoreCase)
    {
        if (repeat.Max == 0) return;
        var splits = new List<int>();
        if (repeat.Min == 0) splits.Add(Emit(Operation.Split));

        var start = _code.Count;
        Emit(repeat.Body, ignoreCase);
        var length = _code.Count - start;
        // A body without instructions is the empty text, however often: '(?:(?:){1000}){1000}' must not loop a million times.
        if (length == 0)
        {
            _code.RemoveRange(start - splits.Count, splits.Count);
            return;
        }

        for (var copy = 1; copy < repeat.Min; copy++) EmitCopy(start, length);
        if (repeat.Max is { } max)
        {
            for (var copy = Math.Max(1, repeat.Min); copy < max; copy++)
            {
                splits.Add(Emit(Operation.Split));
                EmitCopy(start, length);
            }
        }
        else if (repeat.Min == 0)
        {
            Emit(Operation.Jump, splits[0]);
        }
        else
        {
            Emit(Operation.Split, _code.Count - length, _code.Count + 1);
        }

        foreach (var split in splits) _code[split] = new Instruction(Operation.Split, split + 1, _code.Count);
    }

    // The targets of a body lie inside it or at its end, so that moving them by the same distance is enough.
    private void EmitCopy(int start, int length)
    {
        var distance = _code.Count - start;
        for (var index = start; index < start + length; index++)
        {
            var instruction = _code[index];
            _code.Add(instruction.Operation switch
            {
                Operation.Jump => instruction with { A = instruction.A + distance },
                Operation.Split => instruction with { A = instruction.A + distance, B = instruction.B + distance },
                _ => instruction,
            });
        }
    }

    private int Emit(Operation operation, int a = 0, int b = 0)
    {
        _code.Add(new Instruction(operation, a, b));
        return _code.Count - 1;
    }

    private static Operation ToOperation(PatternAnchorKind kind) => kind switch
    {
        PatternAnchorKind.TextStart => Operation.TextStart,
        PatternAnchorKind.TextEnd => Operation.TextEnd,
        PatternAnchorKind.WordEdge => Operation.WordEdge,
        PatternAnchorKind.AsciiWordEdge => Operation.AsciiWordEdge,
        PatternAnchorKind.NotAsciiWordEdge => Operation.NotAsciiWordEdge,
        _ => Operation.NotWordEdge,
    };
}
