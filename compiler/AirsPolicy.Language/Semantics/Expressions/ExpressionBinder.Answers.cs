using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Judges;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>What a judge has answered, in the rules of others.</summary>
internal sealed partial class ExpressionBinder
{
    // The judge may not have been asked, so that its answer is an optional fact.
    private BoundPath? BindAnswer(Symbol symbol, NameChain chain, int taken, ExpressionSyntax syntax)
    {
        var (span, name) = (chain.SpanOf(taken), chain.TextOf(taken));
        if (!_context.Judges.TryGetValue(symbol.QualifiedName, out var judge))
        {
            Report(GovernanceDiagnostics.NotInForce, span, symbol.Name, symbol.Package.Name);
            return null;
        }
        // What is wrong with the judge is reported there.
        if (judge.Returns.Members.Count == 0 || judge.Points.IsEmpty)
            return null;
        var fact = JudgeFact.Answer(judge.Name);
        if (Scope.Facts.Find(fact) is null || !judge.StandsAtSomeOf(Scope.Facts))
        {
            Report(JudgeDiagnostics.NotHere, span, symbol.Name, PlaceText.Of(Scope.Facts), judge.PlacesText);
            return null;
        }
        if (Unreadable(judge) is { } why)
        {
            Report(JudgeDiagnostics.UnreadableAnswer, span, symbol.Name, why);
            return null;
        }
        _context.Use(symbol.Syntax);
        var token = taken == 0 ? chain.Root : chain.Steps[taken - 1].Token;
        _context.Notes?.Refer(token, symbol.Kind, symbol.QualifiedName, null, null, symbol);
        return AsWritten(Walk(Read([fact], judge.Returns, syntax), fact, name, chain, taken, fact), fact, name);
    }

    // What asks for an answer, or for a part of one, as rules write it.
    private static BoundPath? AsWritten(BoundPath? path, string key, string name) =>
        path is { Absent: { } absent } bound ? bound with { Question = $"has {name}{absent[key.Length..]}" } : path;

    private string? Unreadable(DeclaredJudge judge) =>
        judge.Models.Count > 1 ? "it asks several models, of which each answers; write the rule in the judge itself"
        : !judge.IsOperational ? "what it says is followed nowhere but in its own rules, since its mode is not operational"
        : !judge.IsInline && !Scope.IsAfterwards
            ? "it answers once the decision is made; say 'timing inline', or read it in a rule of a judge that is asked afterwards as well"
        : null;

    // A rule that holds before a judge has answered would decide who is asked, and could keep the judge itself from being asked.
    private void CheckAnswered(Expression? condition, Presence known, ExpressionSyntax syntax)
    {
        if (condition is null)
            return;
        var own = Scope.Locals.Values.OfType<AnswerName>().Select(answer => answer.Fact).ToHashSet(StringComparer.Ordinal);
        var open = ExpressionTree
            .DescendantsAndSelf(condition)
            .OfType<PathExpression>()
            .Select(path => path.Path[0])
            .FirstOrDefault(fact => JudgeFact.IsAnswer(fact) && !own.Contains(fact) && !known.Has(fact));
        if (open is not null)
            Report(JudgeDiagnostics.HoldsUnanswered, syntax.Span, open[(open.IndexOf(':', StringComparison.Ordinal) + 1)..]);
    }
}
