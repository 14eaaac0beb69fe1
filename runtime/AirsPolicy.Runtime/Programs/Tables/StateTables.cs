using AirsPolicy.Collections;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Runtime.Programs.Tables;

/// <summary>What rules ask of the past, and which decisions feed it.</summary>
/// <param name="Kept">What is kept.</param>
/// <param name="WentOn">Decisions that went on are events.</param>
/// <param name="Refused">Decisions that were refused are events.</param>
/// <param name="Feeds">
/// The code that works out what a decision adds: a test that says whether it counts, and tells the evaluation its key and value.
/// </param>
public sealed record AggregateTable(KeptAggregate Kept, bool WentOn, bool Refused, ValueList<FeedTable> Feeds);

/// <summary>A limit, and which decisions draw from it.</summary>
/// <param name="Kept">What is kept.</param>
/// <param name="Control">The control that its rules are of, by number. While that is in detect mode, nothing is drawn.</param>
/// <param name="Shares">The shares of what it allows at which something follows, in millionths, rising, each once.</param>
/// <param name="Draws">
/// The code that works out what a decision draws: a test that tells the evaluation the key, the amount and what the limit allows.
/// </param>
public sealed record LimitTable(KeptLimit Kept, int Control, ValueList<long> Shares, ValueList<FeedTable> Draws);

/// <summary>Which decisions feed an aggregate or draw from a limit, and the code for it.</summary>
/// <param name="Point">The number of the decision point.</param>
/// <param name="Tool">The number of the tool; -1 for any, declared or not, and where the point knows none.</param>
/// <param name="Test">The number of the code.</param>
public sealed record FeedTable(int Point, int Tool, int Test);

/// <summary>What a decision that goes on brings into its session, and the code for it.</summary>
/// <param name="Point">The number of the decision point.</param>
/// <param name="Tool">The number of the tool; -1 for any, and where the point knows none.</param>
/// <param name="Origins">What its texts are labelled, by number.</param>
/// <param name="Labels">The labels that the session carries from then on, by number.</param>
/// <param name="HasTexts">It brings texts: where the code fails there are some of which nothing is known.</param>
/// <param name="Test">
/// The number of the code: a test that says whether there is such content, and tells the evaluation the session and the texts.
/// </param>
public sealed record ContentTable(int Point, int Tool, ValueList<int> Origins, ValueList<int> Labels, bool HasTexts, int Test);
