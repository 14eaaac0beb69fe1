using System.Text.Json;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>The values of a test case: constants from outside.</summary>
internal sealed partial class ExpressionBinder
{
    private BoundPath? BindCase(JsonElement given, NameChain chain, ExpressionSyntax syntax)
    {
        var current = given;
        foreach (var step in chain.Steps)
        {
            if (current.ValueKind == JsonValueKind.Object && current.TryGetProperty(step.Name, out var next))
            {
                current = next;
                continue;
            }
            var known = current.ValueKind == JsonValueKind.Object ? current.EnumerateObject().Select(p => p.Name) : [];
            _context.ReportUnknown(NameDiagnostics.UnknownMember, Scope.Source, step.Token.Span, step.Name, known, "case", step.Name);
            return null;
        }
        ConstantExpression? constant = current.ValueKind switch
        {
            JsonValueKind.String => new ConstantExpression(current.GetString()!, TextShape.Instance, Place(syntax)),
            JsonValueKind.True or JsonValueKind.False => new ConstantExpression(current.GetBoolean(), BoolShape.Instance, Place(syntax)),
            JsonValueKind.Number when current.TryGetInt64(out var whole) => new ConstantExpression(whole, IntShape.Instance, Place(syntax)),
            JsonValueKind.Number when current.TryGetDecimal(out var number) => new ConstantExpression(
                number,
                DecimalShape.Instance,
                Place(syntax)),
            _ => null,
        };
        if (constant is not null)
            return BoundPath.Present(constant);
        Report(NameDiagnostics.Mismatch, syntax.Span, "a text, number, true or false from the case", "something else");
        return null;
    }
}
