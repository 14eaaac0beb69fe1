using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Samples;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Judges;

/// <summary>Binds what has to be known of a judge before the facts are laid out.</summary>
internal static class JudgeSignature
{
    public static DeclaredJudge Bind(BindingContext context, Symbol symbol)
    {
        var members = ((JudgeDeclarationSyntax)symbol.Syntax).Block.Members;
        var at = members.OfType<AtMemberSyntax>().FirstOrDefault();
        var returns = members.OfType<ReturnsMemberSyntax>().FirstOrDefault();
        var models = Literals
            .Texts(members.OfType<ModelMemberSyntax>().FirstOrDefault()?.Texts ?? SeparatedSyntaxList<SyntaxToken>.Empty)
            .Distinct(StringComparer.Ordinal)
            .ToValueList();
        return new DeclaredJudge(
            symbol,
            at is null ? [] : PointsBinder.Bind(context, symbol.Package, at.Points),
            models,
            returns is null ? new RecordShape([]) : Record(context, symbol, returns),
            members.OfType<SampleMemberSyntax>().Any(SampleCondition.Draws));
    }

    private static RecordShape Record(BindingContext context, Symbol symbol, ReturnsMemberSyntax returns)
    {
        if (new ShapeBinder(context, symbol.Package).Bind(returns.Shape) is not { } bound)
            return new RecordShape([]);
        if (bound is { Shape: RecordShape record, Optional: false })
            return (RecordShape)Strict(record, context.Notes);
        context.Report(JudgeDiagnostics.ReturnsNoRecord, symbol.Declaration.Source, returns.Shape.Span, symbol.Name);
        return new RecordShape([]);
    }

    // What an answer leaves out it does not say, and nobody says it for the judge.
    private static Shape Strict(Shape shape, EditorNotes? notes) =>
        shape switch
        {
            RecordShape record => record with
            {
                Strict = true,
                Members = record.Members.Select(member => Strict(member, notes)).ToValueList(),
            },
            ListShape list => list with { Element = Strict(list.Element, notes) },
            _ => shape,
        };

    private static ShapeMember Strict(ShapeMember member, EditorNotes? notes)
    {
        var strict = member with { Shape = Strict(member.Shape, notes) };
        notes?.Declare(strict, member);
        return strict;
    }
}
