using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Tables of data, and what is looked up in them.</summary>
internal sealed class DataDraw(Draw draw, ValueDraw values, ValueList<Shape> columns)
{
    private static readonly ValueList<Shape> s_keys = [TextShape.Instance, IntShape.Instance, DateShape.Instance];

    private ValueList<DataTable>? _tables;

    /// <summary>One table for each kind of key, with a column for every shape of which some cells are empty.</summary>
    public ValueList<DataTable> Tables => _tables ??= s_keys.Select((key, number) => Table($"random.data{number}", key)).ToValueList();

    /// <summary>
    /// The value of a row or a default, and for a truth also whether there is one; now and then a value without a default, which fails the
    /// rule where it is absent.
    /// </summary>
    /// <param name="of">Draws an expression of a shape.</param>
    public Expression? Lookup(Shape shape, Func<Shape, Expression> of)
    {
        var isTruth = shape is BoolShape;
        var cells = Tables
            .SelectMany(table => table.Columns.Select(column => (Table: table, Column: column)))
            .Where(cell => isTruth || cell.Column.Shape == shape)
            .ToList();
        if (cells.Count == 0)
            return null;
        var (table, column) = draw.From(cells);
        var keys = table.Columns[0];
        var key = draw.Chance(40) ? new ConstantExpression(draw.From(keys.Values)!, keys.Shape, ExpressionDraw.Place) : of(keys.Shape);
        var lookup = new LookupExpression(table.Name, column.Name, key, column.Shape, ExpressionDraw.Place);
        if (isTruth && (column.Shape is not BoolShape || draw.Chance(50)))
            return new HasExpression(lookup, ExpressionDraw.Place);
        return draw.Chance(10) ? lookup : new CoalesceExpression(lookup, of(shape), shape, ExpressionDraw.Place);
    }

    private DataTable Table(string name, Shape key)
    {
        var keys = draw.Many(1, 6, () => values.Of(key)).Distinct().ToList();
        keys.Sort(DataTable.CompareKeys);
        return new DataTable(
            name,
            columns.Select((shape, number) =>
                new DataColumn($"c{number}", shape, keys.Select(_ => draw.Chance(75) ? values.Of(shape) : null).ToValueList()))
                .Prepend(new DataColumn("key", key, keys.ToValueList<object?>()))
                .ToValueList());
    }
}
