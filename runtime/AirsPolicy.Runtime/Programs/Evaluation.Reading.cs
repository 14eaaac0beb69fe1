using System.Runtime.CompilerServices;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Reading facts that may be absent: those that are optional, and parts of list items.</summary>
public sealed partial class Evaluation
{
    /// <summary>The value in a slot; the rule fails where it is absent.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="name">The fact as the policy names it.</param>
    [PolicyCallable]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Read(int slot, string name) => _frame.Has(slot) ? _frame.Long(slot) : Absent($"The fact '{name}' is absent.");

    /// <summary>The truth in a slot; the rule fails where it is absent.</summary>
    [PolicyCallable]
    public bool ReadBool(int slot, string name) => Read(slot, name) != 0;

    /// <summary>The decimal or amount in a slot; the rule fails where it is absent.</summary>
    [PolicyCallable]
    public decimal ReadDecimal(int slot, string name) => _frame.Has(slot) ? _frame.Decimal(slot) : Absent($"The fact '{name}' is absent.");

    /// <summary>The slot of the item that a variable stands for, or of a part of it.</summary>
    /// <param name="variable">The number of the variable.</param>
    /// <param name="offset">How far the part lies behind the item's own slot.</param>
    [PolicyCallable]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Item(int variable, int offset) => _items[variable] + offset;

    /// <summary>The value of a part of an item; the rule fails where it is absent.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="name">The part as the policy names it.</param>
    [PolicyCallable]
    public long ReadItem(int slot, string name) =>
        _frame.Has(slot) ? _frame.Long(slot) : Absent($"The member '{name}' of the item is absent.");

    /// <summary>The truth of a part of an item; the rule fails where it is absent.</summary>
    [PolicyCallable]
    public bool ReadItemBool(int slot, string name) => ReadItem(slot, name) != 0;

    /// <summary>The decimal or amount of a part of an item; the rule fails where it is absent.</summary>
    [PolicyCallable]
    public decimal ReadItemDecimal(int slot, string name) =>
        _frame.Has(slot) ? _frame.Decimal(slot) : Absent($"The member '{name}' of the item is absent.");

    /// <summary>Fails the rule where a table gives no value for its key.</summary>
    [PolicyCallable]
    public long NoValue() => Absent("The value of the table is absent.");

    /// <summary>Fails the rule where a table of truths gives no value for its key.</summary>
    [PolicyCallable]
    public bool NoTruth() => NoValue() != 0;

    /// <summary>Fails the rule where a table of decimals or amounts gives no value for its key.</summary>
    [PolicyCallable]
    public decimal NoDecimal() => NoValue();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long Absent(string detail)
    {
        Fail(FailureKind.MissingFact, detail);
        return 0;
    }
}
