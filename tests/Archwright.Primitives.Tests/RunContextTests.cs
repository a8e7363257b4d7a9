namespace Archwright.Primitives.Tests;

public class RunContextTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Every_index_is_done_once_on_any_number_of_threads(int threads)
    {
        int[] done = new int[500];

        new RunContext(threads).For(done.Length, i => Interlocked.Increment(ref done[i]));

        done.ShouldAllBe(d => d == 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_cancelled_run_stops(int threads)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => new RunContext(threads, cancel: source.Token).For(10, _ => { }));
    }

    [Fact]
    public void Random_sources_are_told_apart_by_purpose_alone()
    {
        var context = new RunContext(seed: 9);

        context.Random("a").NextBits().ShouldBe(new RunContext(4, seed: 9).Random("a").NextBits());
        context.Random("a").NextBits().ShouldNotBe(context.Random("b").NextBits());
    }

    [Fact]
    public void Progress_reaches_whoever_listens()
    {
        var heard = new List<StageProgress>();

        new RunContext(report: heard.Add).Report("staging", 0.5, "tooth 11");

        heard.ShouldBe([new StageProgress("staging", 0.5, "tooth 11")]);
        Should.Throw<ArgumentException>(() => new RunContext(0));
    }
}
