using AirsPolicy.Collections;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.State.Limits;

/// <summary>At which shares of a limit something follows (<c>at 50% then …</c>, <c>at 100% then …</c>).</summary>
/// <remarks>
/// An arm comes in where a draw takes the total <b>over</b> its share: as a limit may be filled exactly, so may each share of it. A share
/// of a whole number is rounded down, so that an arm never comes in late.
/// </remarks>
public sealed record LimitArms
{
    /// <summary>Arms at some shares.</summary>
    /// <param name="shares">In millionths, rising, each once.</param>
    public LimitArms(ValueList<long> shares)
    {
        for (var i = 0; i < shares.Count; i++)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(shares[i], i == 0 ? 0 : shares[i - 1], nameof(shares));
        Shares = shares;
    }

    /// <summary>The shares, in millionths, rising.</summary>
    public ValueList<long> Shares { get; }

    /// <summary>How a draw stands to the limit.</summary>
    /// <param name="limit">The value of the limit, not negative, as an amount.</param>
    /// <param name="drawn">What counts against it so far.</param>
    /// <param name="amount">What would be drawn, not negative.</param>
    public LimitReading Of(Int128 limit, Int128 drawn, Int128 amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        for (var arm = 0; arm < Shares.Count; arm++)
        {
            var most = SumAmount.PartOf(limit, Shares[arm]);
            // Subtracted and not added: what is drawn and what would be may together be more than an amount holds.
            if (amount <= most - drawn)
                return new LimitReading(arm, most);
        }
        return new LimitReading(Shares.Count, Int128.MaxValue);
    }
}
