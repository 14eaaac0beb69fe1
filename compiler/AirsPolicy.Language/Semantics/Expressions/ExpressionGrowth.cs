using System.Globalization;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>
/// Bounds what a rule grows to once its lets are worked in, in operations and in depth, for binding and for every stage that walks
/// the model. What grows too large is reported once, at the expression that was asked for.
/// </summary>
internal sealed class ExpressionGrowth(BindingContext context)
{
    /// <summary>How many operations a rule may grow to.</summary>
    public const int MaxOperations = 20_000;

    // The parser lets an expression be 400 high; a few of those may stand in one another.
    private const int MaxDepth = 800;

    private HashSet<SyntaxNode>? _openLets;
    private int _operations;
    private int _depth;
    private bool _reported;
    private SourceText? _source;
    private TextSpan _span;

    /// <summary>Counts an expression that is about to be bound; false where the rule has grown too large.</summary>
    public bool Enter(SourceText source, ExpressionSyntax syntax)
    {
        if (_depth == 0)
            (_source, _span) = (source, syntax.Span);
        if (++_operations > MaxOperations)
            return Report(string.Create(CultureInfo.InvariantCulture, $"{MaxOperations:N0} operations"));
        if (_depth >= MaxDepth)
            return Report($"{MaxDepth} levels");
        _depth++;
        return true;
    }

    public void Leave() => _depth--;

    /// <summary>The same for a binding whose findings nobody sees.</summary>
    public ExpressionGrowth Fork(BindingContext trial) => new(trial)
    {
        _openLets = _openLets is null ? null : new(_openLets, ReferenceEqualityComparer.Instance),
        _operations = _operations,
        _depth = _depth,
        _source = _source,
        _span = _span,
    };

    /// <summary>Whether the let is not being worked in already; if so it is from now on.</summary>
    public bool Open(LetDefinition let) => (_openLets ??= new(ReferenceEqualityComparer.Instance)).Add(let.Syntax);

    public void Close(LetDefinition let) => _openLets?.Remove(let.Syntax);

    /// <summary>Counts a bound expression that is worked in once more.</summary>
    public bool Add(Expression again)
    {
        foreach (var _ in ExpressionTree.DescendantsAndSelf(again))
        {
            if (++_operations > MaxOperations)
                return Report(string.Create(CultureInfo.InvariantCulture, $"{MaxOperations:N0} operations"));
        }
        return true;
    }

    private bool Report(string bound)
    {
        if (!_reported)
            context.Report(NameDiagnostics.ExpressionTooLarge, _source!, _span, bound);
        _reported = true;
        context.Marks.Add(BindingMark.GrownTooLarge);
        return false;
    }
}
