using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Rows that the policy brings along.</summary>
public sealed partial class Evaluation
{
    /// <summary>The row of a key, where it has a value in a column; -1 where there is no such row, or it has none.</summary>
    /// <param name="data">The number of the table.</param>
    /// <param name="column">The number of the column; that of the keys is 0.</param>
    /// <param name="key">The handle of a text, or the number.</param>
    [PolicyCallable]
    public long Row(int data, int column, long key)
    {
        var rows = _policy.Data[data];
        return rows.HasTexts ? rows.Find(_frame.Chars(key), column) : rows.Find(key, column);
    }

    /// <summary>The number or text in a row; the rule fails where there is none.</summary>
    /// <param name="data">The number of the table.</param>
    /// <param name="column">The number of the column.</param>
    /// <param name="row">The row, as <see cref="Row"/> gives it.</param>
    [PolicyCallable]
    public long Cell(int data, int column, long row) => _policy.Data[data].Value((int)row, column) switch
    {
        long number => number,
        string text => Text(text),
        _ => NoCell(data, column),
    };

    /// <summary>The truth in a row; the rule fails where there is none.</summary>
    [PolicyCallable]
    public bool CellTruth(int data, int column, long row) =>
        _policy.Data[data].Value((int)row, column) is bool truth ? truth : NoCell(data, column) != 0;

    /// <summary>The decimal or amount in a row; the rule fails where there is none.</summary>
    [PolicyCallable]
    public decimal CellDecimal(int data, int column, long row) =>
        _policy.Data[data].Value((int)row, column) is decimal number ? number : NoCell(data, column);

    private long NoCell(int data, int column) => Absent($"The value '{_policy.Data[data].NameOf(column)}' is absent.");
}
