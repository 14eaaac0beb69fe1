using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary><c>enum</c> and <c>const</c>: a closed list of scalars. Texts alone are names that expressions compare with.</summary>
internal static class ValueKeywords
{
    public static Shape? Read(SchemaNode schema, SchemaType type, SchemaShapes shapes, ref bool nullable)
    {
        var log = shapes.Log;
        if (Values(schema, shapes) is not { } values)
            return log.HasErrors ? null : AnyShape.Instance;
        if (type.IsMixed || schema.Items.Any(member => SchemaKeywords.IsBound(member.Key)))
            shapes.LeaveToSchema();

        nullable = values.Exists(value => value.Kind == SchemaNodeKind.Null) && (nullable || type.Name.Length == 0);
        values.RemoveAll(value => value.Kind == SchemaNodeKind.Null);
        if (values.Find(value => !Fits(value, type.Name)) is { } misfit)
        {
            log.Report(
                SchemaDiagnostics.NothingFits,
                misfit,
                schema,
                $"the value {misfit.Key} of the list is not of the type '{type.Name}'");
            return null;
        }

        if (values.Count == 0 && (nullable || !shapes.RefusesSlips))
        {
            shapes.LeaveToSchema();
            return nullable ? SchemaBranches.OnlyNull : AnyShape.Instance;
        }

        if (values.Count == 0)
        {
            log.Report(SchemaDiagnostics.NothingFits, schema, schema, "the list of values is empty");
            return null;
        }

        var texts = values.Select(Text).ToArray();
        if (texts.Distinct(StringComparer.Ordinal).Count() != texts.Length)
        {
            log.Report(SchemaDiagnostics.WrongValue, schema["enum"]!, schema, "enum", "values that differ");
            return null;
        }

        return values.TrueForAll(value => value.Kind == SchemaNodeKind.Text)
            ? new EnumShape(values.Select(value => value.Text).ToValueList(), Rising: false)
            : new RestrictedShape(Inner(values, type.Name), texts.ToValueList());
    }

    // Null where there is a mistake, and where a value is a record or a list, which the schema itself compares.
    private static List<SchemaNode>? Values(SchemaNode schema, SchemaShapes shapes)
    {
        var log = shapes.Log;
        var (list, one) = (schema["enum"], schema["const"]);
        if (list is { Kind: not SchemaNodeKind.Array })
        {
            log.Report(SchemaDiagnostics.WrongValue, list, schema, "enum", "a list of values");
            return null;
        }

        if ((list is not null && !list.Items.All(IsScalar)) || (one is not null && !IsScalar(one)))
        {
            shapes.LeaveToSchema();
            return null;
        }

        if (one is null)
            return [.. list!.Items];
        if (list is null || list.Items.Any(value => string.Equals(Text(value), Text(one), StringComparison.Ordinal)))
            return [one];
        log.Report(SchemaDiagnostics.NothingFits, one, schema, "'const' is not among the values of 'enum'");
        return null;
    }

    private static bool IsScalar(SchemaNode value) =>
        value.Kind is not (SchemaNodeKind.Object or SchemaNodeKind.Array)
        && (value.Kind != SchemaNodeKind.Number || value.Number is not null);

    private static bool Fits(SchemaNode value, string type) => type switch
    {
        "" => true,
        "string" => value.Kind == SchemaNodeKind.Text,
        "boolean" => value.Kind is SchemaNodeKind.True or SchemaNodeKind.False,
        "integer" => IsWhole(value),
        "number" => value.Kind == SchemaNodeKind.Number,
        _ => false,
    };

    private static Shape Inner(List<SchemaNode> values, string type) =>
        type == "integer" || (type.Length == 0 && values.TrueForAll(IsWhole)) ? IntShape.Instance
        : values.TrueForAll(value => value.Kind == SchemaNodeKind.Number) ? DecimalShape.Instance
        : values.TrueForAll(value => value.Kind is SchemaNodeKind.True or SchemaNodeKind.False) ? BoolShape.Instance
        : AnyShape.Instance;

    private static bool IsWhole(SchemaNode value) =>
        value.Number is { } number && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue;

    // The canonical text: numbers without needless zeros, so that 1.0 and 1 are one value.
    private static string Text(SchemaNode value) => value.Kind switch
    {
        SchemaNodeKind.Text => $"\"{JsonEncodedText.Encode(value.Text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"",
        SchemaNodeKind.Number => (value.Number!.Value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        SchemaNodeKind.True => "true",
        SchemaNodeKind.False => "false",
        _ => "null",
    };
}
