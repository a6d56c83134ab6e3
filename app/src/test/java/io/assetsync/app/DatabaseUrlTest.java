package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assetsync.core.model.Secret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postgresql://u:p@h:5433/d                        | jdbc:postgresql://h:5433/d            | u   | p
          postgres://u:p@h/d                               | jdbc:postgresql://h/d                 | u   | p
          postgresql+psycopg2://u:p@h/d                    | jdbc:postgresql://h/d                 | u   | p
          PostgreSQL+asyncpg://u:p@h/d                     | jdbc:postgresql://h/d                 | u   | p
          postgresql://u@h/d                               | jdbc:postgresql://h/d                 | u   | ''
          postgresql://u:p@/d                              | jdbc:postgresql://localhost/d         | u   | p
          postgresql://u:p@a,b:5433,c/d                    | jdbc:postgresql://a,b:5433,c/d        | u   | p
          postgresql://u:p@[::1]:5432/d                    | jdbc:postgresql://[::1]:5432/d        | u   | p
          postgresql://u%40corp:p%2Fa%25%3A%23@h/my%20d    | jdbc:postgresql://h/my%20d            | u@corp | p/a%:#
          postgresql://u:a+b@h/d+e                         | jdbc:postgresql://h/d%2Be             | u   | a+b
          postgresql://h/d?user=u&password=p%26q           | jdbc:postgresql://h/d                 | u   | p&q
          postgresql://u:p@/d?host=h1,h2&port=5433         | jdbc:postgresql://h1:5433,h2:5433/d   | u   | p
          postgresql:///?dbname=d&user=u&host=h            | jdbc:postgresql://h/d                 | u   | ''
          postgresql://u:p@h/d?sslmode=verify-full&sslrootcert=%2Fca.pem | jdbc:postgresql://h/d?sslmode=verify-full&sslrootcert=%2Fca.pem | u | p
          postgresql://u:p@h/d?ssl=require                 | jdbc:postgresql://h/d?sslmode=require | u   | p
          postgresql://u:p@h/d?connect_timeout=3&application_name=a%20b | jdbc:postgresql://h/d?connectTimeout=3&ApplicationName=a%20b | u | p
          postgresql://u:p@h/d?target_session_attrs=read-write&keepalives=1 | jdbc:postgresql://h/d?targetServerType=primary&tcpKeepAlive=true | u | p
          jdbc:postgresql://h:5433/d?user=u&password=a+b   | jdbc:postgresql://h:5433/d            | u   | a b
          jdbc:postgresql://h/d?user=u&ssl=true            | jdbc:postgresql://h/d?ssl=true        | u   | ''
          jdbc:postgresql:d?user=u&password=p              | jdbc:postgresql://localhost/d         | u   | p
          """)
  void url_isReadInAnyForm(String written, String jdbcUrl, String user, String password) {
    assertThat(DatabaseUrl.parse(written))
        .isEqualTo(new DatabaseUrl(jdbcUrl, user, new Secret(password)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mysql://u:hush@h/d                        | this is not the address of a PostgreSQL database
          hush                                      | this is not the address of a PostgreSQL database
          postgresql://u:hu@sh@h/d                  | the address cannot be split into its parts
          postgresql://u:hush/hush@h/d              | the address cannot be split into its parts
          postgresql://u:hush/d                     | the address has something that is no host, or no port
          postgresql://u:p@h:0/d                    | the address has something that is no host, or no port
          postgresql://u:p@h:65536/d                | the address has something that is no host, or no port
          postgresql://u:p@a,,b/d                   | the address has something that is no host, or no port
          postgresql://u:100%hush@h/d               | it has a % that two hexadecimal digits do not follow
          postgresql://:hush@h/d                    | the address names no user
          postgresql://u:hush@h                     | the address names no database
          postgresql://u:hush@h/                    | the address names no database
          postgresql://u:hush@/d?host=/var/run/pg   | the address names a Unix socket
          postgresql://u:hush@h/d?sslmod=require    | the address has the parameter sslmod, which is unknown; did you mean sslmode?
          postgresql://u:hush@h/d?sslmode=on        | the address has sslmode=on; expected one of disable, allow, prefer
          postgresql://u:p@h/d?sslpassword=hush     | the address has the parameter sslpassword, which is not supported
          """)
  void faultyUrl_isRefusedWithoutShowingIt(String written, String message) {
    assertThatThrownBy(() -> DatabaseUrl.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql://u:hush@h/d", "jdbc:postgresql://h/d?user=u&password=hush"})
  void text_hidesThePassword(String written) {
    assertThat(DatabaseUrl.parse(written).toString()).doesNotContain("hush");
  }
}
