using System.Runtime.CompilerServices;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Indexes: runs the blocks of rules that a fact selects.</summary>
public sealed partial class Evaluation
{
    private const int MaxRepeats = 16;

    private readonly int[] _blockStamps;
    private int _blocks;
    private int _stamp;

    /// <summary>Runs the block of an enum's name, if there is one.</summary>
    /// <param name="index">The number of the index.</param>
    /// <param name="key">The index of the name.</param>
    [PolicyCallable]
    public void DispatchEnum(int index, long key)
    {
        var block = _policy.Indexes[index].Find(key);
        if (block >= 0)
            RunBlock(block);
    }

    /// <summary>Runs the block of a text, if there is one.</summary>
    /// <param name="index">The number of the index.</param>
    /// <param name="text">The handle of the text.</param>
    [PolicyCallable]
    public void DispatchText(int index, long text)
    {
        var block = _policy.Indexes[index].Find(_frame.Chars(text));
        if (block >= 0)
            RunBlock(block);
    }

    /// <summary>Runs the blocks of the texts of a list, each block once however often its text stands in the list.</summary>
    /// <param name="index">The number of the index.</param>
    /// <param name="list">The handle of the list.</param>
    [PolicyCallable]
    public void DispatchTexts(int index, long list)
    {
        var first = Handle.Start(list);
        var stamp = NextStamp();
        for (var i = 0; i < Handle.Length(list); i++)
        {
            var block = _policy.Indexes[index].Find(_frame.Chars(_frame.Long(first + i)));
            if (block < 0 || _blockStamps[block] == stamp)
                continue;
            _blockStamps[block] = stamp;
            RunBlock(block);
        }
    }

    // A block runs once in a decision, since it belongs to one index. A program of somebody else could lead from a block into itself.
    private void RunBlock(int block)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (++_blocks > MaxRepeats * _blockStamps.Length)
            throw new InvalidOperationException("The program runs its blocks more often than one does.");
        _program.Run(block, _frame, this);
    }

    // A block belongs to one index, so that an index inside a block never meets the stamps of the one outside.
    private int NextStamp()
    {
        if (_stamp == int.MaxValue)
        {
            Array.Clear(_blockStamps);
            _stamp = 0;
        }
        return ++_stamp;
    }
}
