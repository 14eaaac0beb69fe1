using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Dossiers;
using AirsPolicy.Language.Tests.Corpus;
using Microsoft.Playwright;

namespace AirsPolicy.Cli.Tests.Dossiers;

/// <summary>The report of Aria in a browser: what people see of it on a screen, on a phone and on paper.</summary>
public sealed class ReportPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [BrowserFact]
    public async Task Each_view_shows_its_sections_alone_and_the_keyboard_chooses_it()
    {
        await InBrowser(1200, async page =>
        {
            Assert.Equal(["summary", "tier", "coverage", "layers"], (await Visible(page)).Take(4));
            await page.FocusAsync("#view-board");
            await page.Keyboard.PressAsync("ArrowRight");
            var auditor = await Visible(page);
            Assert.Contains("standards", auditor);
            Assert.DoesNotContain("layers", auditor);
            await page.ClickAsync("label[for=view-engineer]");
            var engineer = await Visible(page);
            Assert.Contains("open", engineer);
            Assert.DoesNotContain("standards", engineer);
        });
    }

    [BrowserFact]
    public async Task The_page_asks_nobody_for_anything_and_says_nothing_on_the_console()
    {
        var asked = new List<string>();
        var said = new List<string>();
        await InBrowser(
            1200,
            page => Task.CompletedTask,
            page =>
            {
                page.Request += (_, request) => asked.Add(request.Url);
                page.Console += (_, message) => said.Add(message.Text);
            });
        Assert.StartsWith("file:", Assert.Single(asked), StringComparison.Ordinal);
        Assert.Empty(said);
    }

    [BrowserFact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen_but_what_scrolls_by_itself()
    {
        await InBrowser(390, async page =>
        {
            foreach (var view in DossierViews.Names)
            {
                await page.ClickAsync($"label[for=view-{view}]");
                Assert.True(
                    await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"),
                    $"The view of the {view} is wider than a phone.");
            }
        });
    }

    [BrowserFact]
    public async Task What_helps_people_who_do_not_see_is_there()
    {
        await InBrowser(1200, async page =>
        {
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            Assert.Equal(0, await page.Locator("svg:not([aria-label])").CountAsync());
            Assert.Equal(0, await page.Locator("table:not(:has(caption))").CountAsync());
            Assert.Equal(0, await page.Locator("th:not([scope])").CountAsync());
            Assert.Equal(
                await page.Locator("main > section").CountAsync(), await page.Locator("main > section[aria-labelledby] > h2").CountAsync());
            // Colours alone say nothing: what stands well or badly says so in words, and is dark enough to be read.
            var contrast = await page.EvaluateAsync<double>("""
                (() => {
                  const light = c => { const v = c.match(/[\d.]+/g).slice(0, 3).map(x => x / 255)
                    .map(x => x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4); return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2]; };
                  const back = light(getComputedStyle(document.body).backgroundColor);
                  return Math.min(...[...document.querySelectorAll('main td, main dd, main dt, main p, main th')].map(e => {
                    const ink = light(getComputedStyle(e).color);
                    return (Math.max(ink, back) + 0.05) / (Math.min(ink, back) + 0.05); }));
                })()
                """);
            Assert.True(contrast >= 4.5, $"The weakest contrast is {contrast:0.00}.");
        });
    }

    [BrowserFact]
    public async Task On_paper_the_chosen_view_stands_without_its_buttons()
    {
        await InBrowser(1200, async page =>
        {
            await page.ClickAsync("label[for=view-auditor]");
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            Assert.False(await page.IsVisibleAsync("nav.views"));
            Assert.True(await page.IsVisibleAsync("#standards"));
            Assert.False(await page.IsVisibleAsync("#layers"));
            Assert.True((await page.PdfAsync(new() { Format = "A4" })).Length > 10_000);
        });
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<IReadOnlyList<string>> Visible(IPage page) => await page.EvaluateAsync<string[]>(
        "[...document.querySelectorAll('main > section')].filter(s => getComputedStyle(s).display !== 'none').map(s => s.id)");

    private async Task InBrowser(int width, Func<IPage, Task> look, Action<IPage>? listen = null)
    {
        var file = _folder.PathOf("aria.html");
        var run = CliRun.Of(
            "report", Path.Join(RepositoryFolder.Root, "policies", "examples", "aria"), "-o", file, "--as-of", "2026-11-24");
        Assert.True(run.Code == ExitCode.Clean, run.Error);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = BrowserFactAttribute.Program, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        listen?.Invoke(page);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        await look(page);
    }
}
