using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Data;

/// <summary>The rows of a file, by their keys. Each value fits as the same value among the facts of a request would.</summary>
internal sealed class DataReading
{
    private static readonly Memo<string, ConcurrentDictionary<(bool IsJson, RecordShape Row), DataReading>> s_read = new(static _ => []);

    private List<(string Place, object?[] Cells)> _rows = [];

    private DataReading(string content, bool isJson, RecordShape row)
    {
        Read(content, isJson, row);
        Sort();
        Columns = row.Members.Select((member, column) => new DataColumn(
            member.Name,
            member.Shape,
            (Problem is null ? _rows : []).Select(read => read.Cells[column]).ToValueList()))
            .ToValueList();
        _rows.Clear();
    }

    /// <summary>The columns, rising by their keys; without a row where the file cannot be used.</summary>
    public ValueList<DataColumn> Columns { get; }

    /// <summary>A clause that says why the file cannot be used ("line 3 …"); else null.</summary>
    public string? Problem { get; private set; }

    /// <summary>The rows of a file.</summary>
    /// <param name="content">The text of the file.</param>
    /// <param name="isJson">Whether it is a JSON array; else it is comma-separated values.</param>
    /// <param name="row">What each row is.</param>
    public static DataReading Of(string content, bool isJson, RecordShape row) =>
        s_read.Of(content).GetOrAdd((isJson, row), read => new DataReading(content, read.IsJson, read.Row));

    private void Read(string content, bool isJson, RecordShape row)
    {
        var layout = CompiledLayout.Of(new PointLayout("data", new RecordShape([new ShapeMember("row", "row", row)]), [], []));
        var first = SlotLayout.Offset(layout.Layout.Facts, "row");
        var (reader, frame) = (new FactReader(), new FactFrame());
        foreach (var (place, given) in DataFile.Read(content, isJson, row, problem => Problem = problem))
        {
            if (reader.Read(layout, Encoding.UTF8.GetBytes($$"""{"row":{{given.ToJsonString()}}}"""), frame) is { } failure)
                Problem = $"{place}: {failure.Detail.Replace("'/row/", "'", StringComparison.Ordinal).TrimEnd('.')}";
            else if (row.Members.FirstOrDefault(member => !member.Optional && !given.ContainsKey(member.WireName)) is { } missing)
                Problem = $"{place} has no '{missing.WireName}'";
            else if (_rows.Count == DataTable.MostRows)
                Problem = string.Create(CultureInfo.InvariantCulture, $"it has more than {DataTable.MostRows:N0} rows");
            else
                _rows.Add((place, Cells(frame, first, row)));
            if (Problem is not null)
                return;
        }
        if (Problem is null && _rows.Count == 0)
            Problem = "it has no row";
    }

    private void Sort()
    {
        // Those of one key stay in the order of the file.
        _rows = [.. _rows.OrderBy(row => row.Cells[0]!, Comparer<object>.Create(DataTable.CompareKeys))];
        for (var i = 1; i < _rows.Count && Problem is null; i++)
        {
            if (_rows[i].Cells[0]!.Equals(_rows[i - 1].Cells[0]))
                Problem = $"{_rows[i].Place} has the key of {_rows[i - 1].Place}";
        }
    }

    private static object?[] Cells(FactFrame frame, int first, RecordShape row) =>
        [.. row.Members.Select(member => CellOf(frame, first + SlotLayout.Offset(row, member.Name), member.Shape))];

    private static object? CellOf(FactFrame frame, int slot, Shape shape) => shape switch
    {
        _ when !frame.Has(slot) => null,
        BoolShape => frame.Bool(slot),
        DecimalShape or MoneyShape => frame.Decimal(slot),
        TextShape => new string(frame.Chars(frame.Long(slot))),
        _ => frame.Long(slot),
    };
}
