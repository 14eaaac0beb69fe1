using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Facts;

/// <summary>Rows that a policy brings along (<c>data</c>), such as prices or the partners that it knows.</summary>
/// <param name="Name">The qualified name.</param>
/// <param name="Columns">
/// The columns. All have as many values as there are rows; the first holds the keys, each once and rising: texts by ordinal, everything
/// else by its number.
/// </param>
public sealed record DataTable(string Name, ValueList<DataColumn> Columns)
{
    /// <summary>How many rows a table may have.</summary>
    public const int MostRows = 10_000;

    /// <summary>How many columns a table may have.</summary>
    public const int MostColumns = 32;

    /// <summary>Which of two keys stands first; one table has keys of one kind.</summary>
    /// <param name="left">A key.</param>
    /// <param name="right">Another.</param>
    /// <returns>Less than 0 for the left, more for the right, 0 where both are the same.</returns>
    public static int CompareKeys(object left, object right) => (left, right) switch
    {
        (string one, string other) => string.CompareOrdinal(one, other),
        (long one, long other) => one.CompareTo(other),
        _ => 0,
    };
}

/// <summary>A column of rows that a policy brings along.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">What its values are: one value each, no list and no record.</param>
/// <param name="Values">
/// A value for each row, null where the row has none: a <see cref="bool"/>; a <see cref="long"/> as in a slot; a <see cref="decimal"/> for
/// decimals and amounts; a <see cref="string"/> for texts.
/// </param>
public sealed record DataColumn(string Name, Shape Shape, ValueList<object?> Values);
