using AirsPolicy.Text.Scores;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Similarity;

/// <summary>
/// How alike two texts are (Sørensen–Dice): twice the runs of three UTF-16 units that their folded views have in common, each as often as
/// it stands in both, by all runs of the two. Texts too short to have a run are alike if they are equal once folded. Linear in both texts;
/// allocates nothing once it has grown to them. One thread at a time.
/// </summary>
internal sealed class TextSimilarity
{
    private const int RunLength = 3;
    private const int BitsOfUnit = 16;

    private readonly TextView _left = new();
    private readonly TextView _right = new();
    private ulong[] _leftRuns = [];
    private ulong[] _rightRuns = [];
    private ulong[] _room = [];

    /// <summary>How alike the texts are, in millionths.</summary>
    public long Of(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Folding.Fold(left, _left);
        Folding.Fold(right, _right);
        if (_left.Text.SequenceEqual(_right.Text))
            return Millionths.Whole;
        var (leftCount, rightCount) = (RunsOf(_left.Text, ref _leftRuns), RunsOf(_right.Text, ref _rightRuns));
        if (leftCount == 0 || rightCount == 0)
            return 0;
        var common = (long)Common(_leftRuns.AsSpan(0, leftCount), _rightRuns.AsSpan(0, rightCount));
        return Millionths.HalfEven(2 * common * Millionths.Whole, leftCount + rightCount);
    }

    // In order, so that what two texts have in common is found in one walk.
    private int RunsOf(ReadOnlySpan<char> text, ref ulong[] runs)
    {
        var count = Math.Max(0, text.Length - RunLength + 1);
        if (runs.Length < count)
            runs = new ulong[Math.Max(count, 2 * runs.Length)];
        for (var i = 0; i < count; i++)
            runs[i] = (ulong)text[i] << (2 * BitsOfUnit) | (ulong)text[i + 1] << BitsOfUnit | text[i + 2];
        if (_room.Length < count)
            _room = new ulong[Math.Max(count, 2 * _room.Length)];
        DigitSort.Sort(runs.AsSpan(0, count), _room.AsSpan(0, count), RunLength * BitsOfUnit);
        return count;
    }

    private static int Common(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        int common = 0, i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            if (left[i] == right[j])
            {
                common++;
                i++;
                j++;
            }
            else if (left[i] < right[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return common;
    }
}
