using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Membership and equality of lists, and lists that a policy writes down.</summary>
public sealed partial class Evaluation
{
    // The value is asked for first, as it is written first: where both fail, its failure is the one on the record.

    /// <summary>Whether a list of whole numbers, names, times or truths holds a value.</summary>
    [PolicyCallable]
    public bool Contains(long value, long list)
    {
        if (!CountText(Handle.Length(list)))
            return false;
        var first = Handle.Start(list);
        for (var i = 0; i < Handle.Length(list); i++)
        {
            if (_frame.Long(first + i) == value)
                return true;
        }
        return false;
    }

    /// <summary>Whether a list of decimals or amounts holds a value.</summary>
    [PolicyCallable]
    public bool ContainsDecimal(decimal value, long list)
    {
        if (!CountText(Handle.Length(list)))
            return false;
        var first = Handle.Start(list);
        for (var i = 0; i < Handle.Length(list); i++)
        {
            if (_frame.Decimal(first + i) == value)
                return true;
        }
        return false;
    }

    /// <summary>Whether a list of texts holds a text, by ordinal.</summary>
    [PolicyCallable]
    public bool ContainsText(long text, long list)
    {
        var sought = _frame.Chars(text);
        if (!CountCompared(sought.Length, list))
            return false;
        var first = Handle.Start(list);
        for (var i = 0; i < Handle.Length(list); i++)
        {
            if (_frame.Chars(_frame.Long(first + i)).SequenceEqual(sought))
                return true;
        }
        return false;
    }

    /// <summary>Whether a list of texts holds a text that is written in the policy, by ordinal.</summary>
    [PolicyCallable]
    public bool ContainsLiteral(long list, string text)
    {
        if (!CountCompared(text.Length, list))
            return false;
        var first = Handle.Start(list);
        for (var i = 0; i < Handle.Length(list); i++)
        {
            if (_frame.Chars(_frame.Long(first + i)).SequenceEqual(text))
                return true;
        }
        return false;
    }

    /// <summary>Whether a text is one of a list of texts that is written in the policy.</summary>
    /// <param name="set">The number of the list.</param>
    /// <param name="text">The handle of the text.</param>
    [PolicyCallable]
    public bool InTextSet(int set, long text) => _policy.TextSets[set].Contains(_frame.Chars(text));

    /// <summary>Whether two lists of whole numbers, names, times or truths have the same items in order.</summary>
    [PolicyCallable]
    public bool SameList(long left, long right)
    {
        if (Handle.Length(left) != Handle.Length(right))
            return false;
        for (var i = 0; i < Handle.Length(left); i++)
        {
            if (_frame.Long(Handle.Start(left) + i) != _frame.Long(Handle.Start(right) + i))
                return false;
        }
        return true;
    }

    /// <summary>Whether two lists of decimals or amounts have the same items in order.</summary>
    [PolicyCallable]
    public bool SameDecimalList(long left, long right)
    {
        if (Handle.Length(left) != Handle.Length(right))
            return false;
        for (var i = 0; i < Handle.Length(left); i++)
        {
            if (_frame.Decimal(Handle.Start(left) + i) != _frame.Decimal(Handle.Start(right) + i))
                return false;
        }
        return true;
    }

    /// <summary>Whether two lists of texts have the same items in order, by ordinal.</summary>
    [PolicyCallable]
    public bool SameTextList(long left, long right)
    {
        if (Handle.Length(left) != Handle.Length(right))
            return false;
        for (var i = 0; i < Handle.Length(left); i++)
        {
            if (!_frame.Chars(_frame.Long(Handle.Start(left) + i)).SequenceEqual(_frame.Chars(_frame.Long(Handle.Start(right) + i))))
                return false;
        }
        return true;
    }

    /// <summary>Begins a list that is written down.</summary>
    /// <param name="count">How many items follow, each by one call.</param>
    /// <returns>The handle of the list, as yet empty.</returns>
    [PolicyCallable]
    public long NewList(int count)
    {
        BeginWork();
        return Failed ? Handle.Empty : Handle.Of(_frame.AddValueSlots(count), 0);
    }

    /// <summary>The list with one more item.</summary>
    [PolicyCallable]
    public long With(long list, long item)
    {
        if (Failed)
            return list;
        _frame.Set(Handle.Start(list) + Handle.Length(list), item);
        return list + 1;
    }

    /// <summary>The list with one more decimal or amount.</summary>
    [PolicyCallable]
    public long WithDecimal(long list, decimal item)
    {
        if (Failed)
            return list;
        _frame.Set(Handle.Start(list) + Handle.Length(list), item);
        return list + 1;
    }
}
