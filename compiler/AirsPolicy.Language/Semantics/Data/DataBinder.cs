using System.Globalization;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Data;

/// <summary>Binds a <c>data</c>.</summary>
internal static class DataBinder
{
    /// <summary>
    /// The table, or null where it is not known what its rows are. One whose file cannot be used stands without a row, so that its uses are
    /// not wrong as well.
    /// </summary>
    public static BoundData? Bind(BindingContext context, Symbol symbol)
    {
        var syntax = (DataDeclarationSyntax)symbol.Syntax;
        if (new ShapeBinder(context, symbol.Package).Bind(syntax.Shape, symbol.QualifiedName) is not { } bound)
            return null;
        if (Unfit(bound) is { } unfit)
        {
            context.Report(ControlDiagnostics.DataType, syntax.Shape.Tokens().First().Source, syntax.Shape.Span, symbol.Name, unfit);
            return null;
        }
        var row = (RecordShape)bound.Shape;
        if (row.Members.Any(member => member.Shape is ErrorShape) || Literals.Text(syntax.File) is not { } path)
            return null;
        var reading = Read(context, symbol, path, row, out var problem);
        if ((problem ?? reading?.Problem) is { } clause)
            context.Report(ControlDiagnostics.UnusableData, syntax.File.Source, syntax.File.Span, path, clause);
        return new BoundData(row.Members, new DataTable(symbol.QualifiedName, reading?.Columns ?? []));
    }

    private static DataReading? Read(BindingContext context, Symbol symbol, string path, RecordShape row, out string? problem)
    {
        var isJson = path.EndsWith(".json", StringComparison.Ordinal);
        problem = isJson || path.EndsWith(".csv", StringComparison.Ordinal) ? null : "its name ends neither in '.csv' nor in '.json'";
        if (problem is not null)
            return null;
        if (context.TryRead(symbol.Package, path, out var content, out var unreadable))
            return DataReading.Of(content, isJson, row);
        problem = unreadable;
        return null;
    }

    private static string? Unfit(BoundShape bound)
    {
        if (bound.Shape is not RecordShape { Members.Count: > 0 } row || bound.Optional)
            return $"each row is {ShapeText.WithArticle(bound.Shape)}, and has to be a record such as '{{ sku: text, price: money GBP }}'";
        if (row.Members.Count > DataTable.MostColumns)
            return string.Create(CultureInfo.InvariantCulture, $"a row has more than {DataTable.MostColumns} members");
        if (row.Members[0] is var key && (key.Optional || key.Shape is not (TextShape or IntShape or DateShape or EnumShape or ErrorShape)))
            return $"rows are found by their first member, '{key.Name}', which has to be a text, an int, a date or an enum that is always "
                + "there";
        return row.Members.FirstOrDefault(member => member.Shape is RecordShape or ListShape or AnyShape or RestrictedShape) is { } composed
            ? $"'{composed.Name}' is {ShapeText.WithArticle(composed.Shape)}, and a row has values such as texts and numbers"
            : null;
    }
}
