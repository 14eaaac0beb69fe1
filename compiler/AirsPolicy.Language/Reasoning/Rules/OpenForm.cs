using System.Collections.Immutable;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Reasoning.Rules;

/// <summary>
/// An open condition as a tree of parts, with a request that meets it: parts of an open condition speak of different terms, so that each is
/// met by itself. Of most pairs of conditions this tells without a search that one does not follow from the other.
/// </summary>
internal sealed class OpenForm
{
    private readonly Node _root;
    private readonly ImmutableArray<Met> _witness;

    private OpenForm(Node root)
    {
        _root = root;
        var met = ImmutableArray.CreateBuilder<Met>();
        Meet(root, truth: true, met);
        _witness = met.DrainToImmutable();
    }

    /// <summary>The form of a condition, or null where it is not open.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="open">Says which conditions are open.</param>
    /// <param name="keys">What forms share that are held against each other.</param>
    public static OpenForm? Of(Expression condition, OpenConditions open, OpenKeys keys) =>
        open.Contains(condition) ? new OpenForm(NodeOf(condition, open, keys)) : null;

    /// <summary>Whether some request certainly meets one condition and not the other. False where that is not told.</summary>
    public static bool Separate(OpenForm narrow, OpenForm wide) => CanBe(wide._root, truth: false, narrow._witness.AsSpan());

    private static Node NodeOf(Expression condition, OpenConditions open, OpenKeys keys) =>
        condition switch
        {
            NamedExpression named => NodeOf(named.Body, open, keys),
            NotExpression not => new Contrary(NodeOf(not.Operand, open, keys)),
            LogicalExpression logical => new Joined(
                logical.Operator == LogicalOperator.And,
                NodeOf(logical.Left, open, keys),
                NodeOf(logical.Right, open, keys)),
            _ when open.Read(condition) is { } part => new Part(keys, condition, keys.Number(part.Term), part.Number, part.Element),
            _ => throw new System.Diagnostics.UnreachableException($"'{condition}' is a part of an open condition."),
        };

    // Of several ways to meet a condition the first.
    private static void Meet(Node node, bool truth, ImmutableArray<Met>.Builder witness)
    {
        switch (node)
        {
            case Contrary contrary:
                Meet(contrary.Operand, !truth, witness);
                break;
            case Joined joined:
                Meet(joined.Left, truth, witness);
                if (joined.IsAnd == truth)
                    Meet(joined.Right, truth, witness);
                break;
            case Part part:
                witness.Add(new Met(part, truth, part.Number?.Nearest(truth) ?? 0));
                break;
        }
    }

    // Whether a condition can come out as wanted for a request that is like the witness where that says something, and is free elsewhere.
    private static bool CanBe(Node node, bool truth, ReadOnlySpan<Met> witness) => node switch
    {
        Contrary contrary => CanBe(contrary.Operand, !truth, witness),
        Joined joined when joined.IsAnd == truth => CanBe(joined.Left, truth, witness) && CanBe(joined.Right, truth, witness),
        Joined joined => CanBe(joined.Left, truth, witness) || CanBe(joined.Right, truth, witness),
        _ => CanBe((Part)node, truth, witness),
    };

    private static bool CanBe(Part part, bool truth, ReadOnlySpan<Met> witness)
    {
        foreach (var met in witness)
        {
            if (met.Part.Term == part.Term)
                return Is(part, truth, met);
        }
        return true;
    }

    // Whether a part comes out as wanted because of what the witness says of its term.
    private static bool Is(Part part, bool truth, Met met)
    {
        if (part.Number is { } test && met.Part.Number is not null)
            return test.Holds(met.Value) == truth;
        // The list of the witness holds one thing and no other, or nothing.
        if (part.Element is not null && met.Part.Element is not null && part.Key != met.Part.Key)
            return !truth;
        return met.Truth == truth && part.Key == met.Part.Key;
    }

    private abstract class Node;

    private sealed class Contrary(Node operand) : Node
    {
        public Node Operand => operand;
    }

    private sealed class Joined(bool isAnd, Node left, Node right) : Node
    {
        public bool IsAnd => isAnd;

        public Node Left => left;

        public Node Right => right;
    }

    private sealed class Part(OpenKeys keys, Expression condition, int term, NumberTest? number, object? element) : Node
    {
        private int? _key;

        public int Term => term;

        // Of most parts nobody asks for it.
        public int Key => _key ??= keys.Number(condition);

        public NumberTest? Number => number;

        public object? Element => element;
    }

    private sealed record Met(Part Part, bool Truth, decimal Value);
}
