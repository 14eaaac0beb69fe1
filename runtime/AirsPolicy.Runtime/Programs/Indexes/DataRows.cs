using System.Collections.Frozen;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Programs.Indexes;

/// <summary>The rows of a table of data, found by their key.</summary>
internal sealed class DataRows
{
    private const int None = -1;

    private readonly DataTable _table;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>? _texts;
    private readonly FrozenDictionary<long, int>? _numbers;

    public DataRows(DataTable table)
    {
        _table = table;
        var keys = table.Columns[0].Values;
        if (keys.Count == 0 || keys[0] is string)
            _texts = keys.Index().ToFrozenDictionary(key => (string)key.Item!, key => key.Index, StringComparer.Ordinal)
                .GetAlternateLookup<ReadOnlySpan<char>>();
        else
            _numbers = keys.Index().ToFrozenDictionary(key => (long)key.Item!, key => key.Index);
    }

    /// <summary>Whether the keys are texts.</summary>
    public bool HasTexts => _texts is not null;

    /// <summary>The row of a text where it has a value in the column; else -1.</summary>
    public int Find(ReadOnlySpan<char> key, int column) => _texts!.Value.TryGetValue(key, out var row) ? Filled(row, column) : None;

    /// <summary>The row of a number where it has a value in the column; else -1.</summary>
    public int Find(long key, int column) => _numbers!.TryGetValue(key, out var row) ? Filled(row, column) : None;

    /// <summary>The value of a row that <see cref="Find(long, int)"/> gave; null for none.</summary>
    public object? Value(int row, int column) => row < 0 ? null : _table.Columns[column].Values[row];

    /// <summary>The column as a policy reads it.</summary>
    public string NameOf(int column) => $"{_table.Name}.{_table.Columns[column].Name}";

    private int Filled(int row, int column) => _table.Columns[column].Values[row] is null ? None : row;
}
