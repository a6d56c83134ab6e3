package io.assetsync.snipeit;

import io.assetsync.core.contract.AbsenceCheckContract;
import io.assetsync.core.contract.AssetSourceContract;
import io.assetsync.core.contract.SourceFixture;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.Secret;
import io.assetsync.core.source.AssetSource;
import io.assetsync.snipeit.SnipeItConfig.Paging;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.SnipeItStandIn;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The source keeps the contracts of its ports. */
final class SourceContractIT implements AssetSourceContract, AbsenceCheckContract {

  private final Estate estate = Estate.invented(11, 40);
  private SnipeItStandIn standIn = SnipeItStandIn.builder().serving(estate).build();
  private SnipeItSource source = source(URI.create("http://127.0.0.1:1"));
  private SnipeItSource unreachable = source;

  @BeforeEach
  void start() {
    standIn.start();
    source.close();
    source = source(standIn.url());
  }

  @AfterEach
  void stop() {
    source.close();
    unreachable.close();
    standIn.close();
  }

  @Override
  public SourceFixture source() {
    return new SourceFixture(
        source, AssetAttributes.TYPE, assets(), () -> standIn.requests().total());
  }

  @Override
  public AssetSource unreachable() {
    return unreachable;
  }

  @Override
  public Fixture askable() {
    int last = estate.ids("hardware")[39];
    return new Fixture(
        source, AssetAttributes.TYPE, assets(), KeySet.of(last + 1, last + 2, 1_000_000));
  }

  @Override
  public Fixture unaskable() {
    return new Fixture(unreachable, AssetAttributes.TYPE, KeySet.of(1, 2), KeySet.of(3, 4));
  }

  private KeySet assets() {
    return KeySet.of(Arrays.stream(estate.ids("hardware")).asLongStream());
  }

  private SnipeItSource source(URI url) {
    SnipeItConfig config =
        SnipeItConfig.of(url, new Secret(standIn.token())).withPaging(new Paging(10, 10));
    return new SnipeItSource(config, new SleepingClock().waiting());
  }
}
