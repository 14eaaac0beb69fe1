using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Language.Semantics.Tests;

/// <summary>Writes a value of a test as JSON, as the shape of its fact reads it.</summary>
internal sealed class FactValueBinder(BindingContext context, PackageSymbol package, ImmutableDictionary<string, LocalName> locals)
{
    /// <summary>The JSON of a value, or null once its mistake is reported.</summary>
    /// <param name="syntax">The value.</param>
    /// <param name="shape">What the fact is.</param>
    /// <param name="name">What the fact is called in messages.</param>
    public JsonNode? Bind(ExpressionSyntax syntax, Shape shape, string name) => (syntax, shape) switch
    {
        (_, ErrorShape) => null,
        (_, RestrictedShape restricted) => Bind(syntax, restricted.Inner, name),
        (RecordExpressionSyntax record, RecordShape members) => BindRecord(record, members, name),
        (RecordExpressionSyntax record, AnyShape) => BindRecord(record, new RecordShape([], Open: true), name),
        (ListExpressionSyntax list, ListShape items) => BindList(list, items.Element, name),
        (ListExpressionSyntax list, AnyShape) => BindList(list, AnyShape.Instance, name),
        (RecordExpressionSyntax, _) => Misfit(syntax, shape, name, "a record"),
        (LiteralExpressionSyntax { Token.Literal: TextLiteral text }, InstantShape) => JsonValue.Create(text.Value),
        _ => BindConstant(syntax, shape, name),
    };

    private JsonObject? BindRecord(RecordExpressionSyntax syntax, RecordShape shape, string path)
    {
        var result = new JsonObject();
        var given = new HashSet<string>(StringComparer.Ordinal);
        var complete = true;
        foreach (var field in syntax.Fields)
        {
            if (field.Name.IsMissing)
                return null;
            var name = FieldName.Of(field);
            var member = FieldName.Find(shape, field);
            var wireName = member?.WireName ?? name;
            if (!given.Add(wireName))
            {
                context.Report(ControlDiagnostics.MemberTwice, field.Name.Source, field.Name.Span, path, name);
                complete = false;
                continue;
            }
            // The records of the tables are open to hosts that know more; a test writes what the table lists.
            if (member is null && shape.Members.Count > 0)
            {
                context.ReportUnknown(TestDiagnostics.UnknownTestFact, field.Name.Source, field.Name.Span, field.Name.Text,
                    FieldName.Known(shape, field), name, $"in '{path}'");
                complete = false;
                continue;
            }
            if (member is not null)
                context.Notes?.ReferMember(field.Name, $"{path}.{name}", member);
            if (Bind(field.Value, member?.Shape ?? AnyShape.Instance, $"{path}.{name}") is { } value)
                result[wireName] = value;
            else
                complete = false;
        }
        return complete ? result : null;
    }

    private JsonArray? BindList(ListExpressionSyntax syntax, Shape element, string name)
    {
        var result = new JsonArray();
        foreach (var item in syntax.Items)
        {
            if (Bind(item, element, name) is not { } value)
                return null;
            result.Add(value);
        }
        return result;
    }

    private JsonNode? BindConstant(ExpressionSyntax syntax, Shape shape, string name)
    {
        var scope = ExpressionScope.Of(package, SourceOf(syntax), NoFacts.Instance) with { Locals = locals };
        var bound = new ExpressionBinder(context, scope).Bind(syntax, shape is AnyShape ? null : ShapeKinds.Plain(shape));
        var value = bound is NamedExpression named ? named.Body : bound;
        if (value is null)
            return null;
        if (shape is not AnyShape)
        {
            if (ExpressionBinder.Convert(value, shape) is not { } converted)
                return Misfit(syntax, shape, name, ShapeText.WithArticle(value.Shape));
            value = converted;
        }
        if (value is ConstantExpression constant)
            return Write(constant);
        context.Report(NameDiagnostics.ParamNotConstant, SourceOf(syntax), syntax.Span, SourceOf(syntax).Slice(syntax.Span).ToString());
        return null;
    }

    private JsonNode? Misfit(ExpressionSyntax syntax, Shape shape, string name, string given)
    {
        context.Report(TestDiagnostics.TestValueMisfit, SourceOf(syntax), syntax.Span, name, ShapeText.WithArticle(shape), given);
        return null;
    }

    private static JsonNode? Write(ConstantExpression constant) => (constant.Value, constant.Shape) switch
    {
        (bool truth, _) => JsonValue.Create(truth),
        (string text, _) => JsonValue.Create(text),
        (decimal number, _) => JsonValue.Create(number),
        (long millionths, ShareShape) => JsonValue.Create(millionths / (decimal)Millionths.Whole),
        (long ticks, DurationShape) => JsonValue.Create(ticks / (decimal)TimeSpan.TicksPerSecond),
        (long day, DateShape) => JsonValue.Create(DateOnly.FromDayNumber((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        (long index, EnumShape names) => JsonValue.Create(names.Names[(int)index]),
        (long number, _) => JsonValue.Create(number),
        _ => throw new System.Diagnostics.UnreachableException(constant.Value.ToString()),
    };

    private static Text.SourceText SourceOf(ExpressionSyntax syntax) => syntax.Tokens().First().Source;
}
