using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>The members that a chain of names reads from a fact, an item or a let.</summary>
internal sealed partial class ExpressionBinder
{
    // The names are collected on the way and worked into the read once, at its end.
    private BoundPath? Walk(Expression start, string? key, string display, NameChain chain, int from, string? optionalRoot = null)
    {
        var keys = optionalRoot is null ? [] : ImmutableArray.Create(optionalRoot);
        var names = new string[chain.Steps.Length - from];
        var count = 0;
        var shape = start.Shape;
        ShapeMember? reached = null;
        Expression? toolClass = null;
        foreach (var step in chain.Steps.AsSpan()[from..])
        {
            if (step.Token.IsMissing || shape is ErrorShape)
                return null;
            var read = names.AsSpan(0, count);
            if (step is { Name: "class", OnWire: false }
                && (IsTool(start, read, shape) || ReferenceEquals(reached, DecisionPoints.ToolMember)))
            {
                // A class has no members: the chain ends here, or a name that is not known follows.
                toolClass = ToolClass(MemberOf(start, read, shape));
                (shape, reached) = (toolClass.Shape, null);
                Refer(step.Token, SymbolKind.Member, "tool.class", shape);
                continue;
            }
            if (shape is not RecordShape record || FindMember(record, step) is not { } member)
            {
                ReportUnknownMember(shape, Dotted(display, read), step);
                return null;
            }
            names[count++] = member.Name;
            if (member.Optional && key is not null)
                keys = keys.Add(Dotted(key, names.AsSpan(0, count)));
            _context.Notes?.ReferMember(step.Token, Dotted(display, names.AsSpan(0, count)), member);
            (shape, reached) = (member.Shape, member);
        }
        return shape is ErrorShape
            ? null
            : new BoundPath(toolClass ?? MemberOf(start, names.AsSpan(0, count), shape), keys, FirstAbsent(keys));
    }

    private string? FirstAbsent(ImmutableArray<string> keys)
    {
        foreach (var key in keys)
        {
            if (!_present.Has(key))
                return key;
        }
        return null;
    }

    private static string Dotted(string name, ReadOnlySpan<string?> members) =>
        members.IsEmpty ? name : $"{name}.{string.Join('.', members)}";

    // Without declared tools the fact is a text, and every tool counts as the worst.
    private bool IsTool(Expression start, ReadOnlySpan<string> names, Shape shape) =>
        shape is EnumShape { Name: "tool" }
        || (
            names.IsEmpty
            && _context.Tools.IsEmpty
            && start is PathExpression { Path: ["tool"], Shape: TextShape }
            && Scope.Facts.Point is { HasTool: true });

    private static ShapeMember? FindMember(RecordShape record, NameStep step)
    {
        foreach (var member in record.Members)
        {
            if (string.Equals(step.OnWire ? member.WireName : member.Name, step.Name, StringComparison.Ordinal))
                return member;
        }
        return null;
    }

    private static Expression MemberOf(Expression value, ReadOnlySpan<string> names, Shape shape) => value switch
    {
        _ when names.IsEmpty => value,
        PathExpression path => new PathExpression(Join(path.Path, names), shape, path.Place),
        ItemExpression item => new ItemExpression(item.Variable, Join(item.Path, names), shape, item.Place),
        NamedExpression named => MemberOf(named.Body, names, shape),
        _ => throw new System.Diagnostics.UnreachableException(value.ToString()),
    };

    private static ValueList<string> Join(ValueList<string> path, ReadOnlySpan<string> names)
    {
        var all = new string[path.Count + names.Length];
        path.AsSpan().CopyTo(all);
        names.CopyTo(all.AsSpan(path.Count));
        return new ValueList<string>(ImmutableCollectionsMarshal.AsImmutableArray(all));
    }

    private void ReportUnknownMember(Shape shape, string display, NameStep step)
    {
        if (shape is ErrorShape)
            return;
        var known = shape is RecordShape record ? record.Members.Select(m => step.OnWire ? $"\"{m.WireName}\"" : m.Name)
            : shape is EnumShape { Name: "tool" } ? (display == "tool" ? ["class", "first_use"] : ["class"]) : [];
        _context.ReportUnknown(NameDiagnostics.UnknownMember, Scope.Source, step.Token.Span, step.Token.Text, known, display, step.Name);
    }
}
