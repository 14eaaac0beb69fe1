using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>Binds <c>requires audit.mask at least DETECTOR</c>: what is masked in records is at least what a detector finds.</summary>
internal static class MaskRequirement
{
    public static RequiredValueModel? Bind(BindingContext context, PackageSymbol package, RequiresBoundMemberSyntax syntax)
    {
        var (source, value) = (syntax.RequiresKeyword.Source, syntax.Bound.Value);
        var written = source.Slice(value.Span).ToString();
        if (!syntax.Bound.IsLeast)
        {
            context.Report(
                GovernanceDiagnostics.UnknownRequirement,
                source,
                syntax.Path.Span,
                $"{Requirements.AuditMask} at most",
                "; a tier says what is masked at least.");
            return null;
        }
        if (!IsPath(value))
        {
            context.Report(NameDiagnostics.Mismatch, source, value.Span, "a detector", $"'{written}'");
            return null;
        }
        return DetectorLookup.Resolve(context, package, source, written, value.Span, value.Tokens().Last()) is { } detector
            ? new RequiredValueModel(
                Requirements.AuditMask,
                IsLeast: true,
                new ConstantExpression(detector, TextShape.Instance, context.Place(package, source, value.Span)),
                written)
            : null;
    }

    private static bool IsPath(ExpressionSyntax value) =>
        value is NameExpressionSyntax || value is MemberExpressionSyntax member && IsPath(member.Target);
}
