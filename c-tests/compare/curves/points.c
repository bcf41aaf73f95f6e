/*
 * Points: their life, encodings, and what is refused.
 */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include "curves.h"

static void life(void)
{
    mbedtls_ecp_point p, q;
    mbedtls_ecp_group group;

    printf("life\n");
    mbedtls_ecp_point_init(&p);
    mbedtls_ecp_point_init(&q);
    mbedtls_ecp_group_init(&group);
    printf("  a new point is zero: %d\n", mbedtls_ecp_is_zero(&p));
    show("compare new ones", mbedtls_ecp_point_cmp(&p, &q));
    show("set zero", mbedtls_ecp_set_zero(&p));
    printf("  is zero: %d\n", mbedtls_ecp_is_zero(&p));
    show_point("zero", &p);
    show("compare with a new one", mbedtls_ecp_point_cmp(&p, &q));
    show("copy", mbedtls_ecp_copy(&q, &p));
    show("compare with the copy", mbedtls_ecp_point_cmp(&p, &q));
    show("read string", mbedtls_ecp_point_read_string(&p, 16, "12aF", "0"));
    show_point("read", &p);
    show("read string",
         mbedtls_ecp_point_read_string(&p, 10, "-12", "345678901234567890"));
    show_point("read", &p);
    show("compare with the copy", mbedtls_ecp_point_cmp(&p, &q));
    show("no digits", mbedtls_ecp_point_read_string(&p, 10, "12", "1a"));
    show("no base", mbedtls_ecp_point_read_string(&p, 17, "1", "1"));
    show("copy onto itself", mbedtls_ecp_copy(&p, &p));
    show("load", mbedtls_ecp_group_load(&group, MBEDTLS_ECP_DP_CURVE25519));
    show("copy a point without y", mbedtls_ecp_copy(&p, &group.G));
    show_point("copied", &p);
    show("compare", mbedtls_ecp_point_cmp(&p, &group.G));
    mbedtls_ecp_point_free(&p);
    printf("  a freed point is zero: %d\n", mbedtls_ecp_is_zero(&p));
    mbedtls_ecp_point_free(&p);
    mbedtls_ecp_point_free(&q);
    mbedtls_ecp_point_free(NULL);
    mbedtls_ecp_group_free(&group);
}

static void write_and_read(const mbedtls_ecp_group *group,
                           const mbedtls_ecp_point *point, int format)
{
    unsigned char buffer[140];
    mbedtls_ecp_point read;
    size_t olen = 77, exact, room;
    int ret;

    mbedtls_ecp_point_init(&read);
    memset(buffer, 0x55, sizeof(buffer));
    ret = mbedtls_ecp_point_write_binary(group, point, format, &olen, buffer,
                                         sizeof(buffer));
    printf("  format %d\n", format);
    show("write", ret);
    if (ret != 0) {
        mbedtls_ecp_point_free(&read);
        return;
    }
    show_bytes("written", buffer, olen);
    exact = olen;
    show("read", mbedtls_ecp_point_read_binary(group, &read, buffer, exact));
    show_point("read", &read);
    show("is it the same", mbedtls_ecp_point_cmp(point, &read));
    show("is it good", mbedtls_ecp_check_pubkey(group, &read));
    for (room = 0; room < exact; room += exact / 2 + 1) {
        show("read less",
             mbedtls_ecp_point_read_binary(group, &read, buffer, room));
        show("write with less room",
             mbedtls_ecp_point_write_binary(group, point, format, &olen,
                                            buffer, room));
        printf("  length %u\n", (unsigned) olen);
    }
    show("read more",
         mbedtls_ecp_point_read_binary(group, &read, buffer, exact + 1));
    show("write with just enough",
         mbedtls_ecp_point_write_binary(group, point, format, &olen, buffer,
                                        exact));
    mbedtls_ecp_point_free(&read);
}

static void over_tls(const mbedtls_ecp_group *group,
                     const mbedtls_ecp_point *point)
{
    unsigned char buffer[140];
    const unsigned char *at;
    mbedtls_ecp_point read;
    size_t olen = 77, exact;

    printf("  on the wire\n");
    mbedtls_ecp_point_init(&read);
    show("write", mbedtls_ecp_tls_write_point(group, point,
                                              MBEDTLS_ECP_PF_UNCOMPRESSED,
                                              &olen, buffer, sizeof(buffer)));
    show_bytes("written", buffer, olen);
    exact = olen;
    at = buffer;
    show("read", mbedtls_ecp_tls_read_point(group, &read, &at, exact));
    printf("  moved by %d\n", (int) (at - buffer));
    show("is it the same", mbedtls_ecp_point_cmp(point, &read));
    at = buffer;
    show("read with more behind",
         mbedtls_ecp_tls_read_point(group, &read, &at, exact + 2));
    printf("  moved by %d\n", (int) (at - buffer));
    for (olen = 0; olen < 3; olen++) {
        at = buffer;
        show("read less", mbedtls_ecp_tls_read_point(group, &read, &at, olen));
        printf("  moved by %d\n", (int) (at - buffer));
    }
    at = buffer;
    show("read one byte less",
         mbedtls_ecp_tls_read_point(group, &read, &at, exact - 1));
    buffer[0] = 0;
    at = buffer;
    show("read no bytes",
         mbedtls_ecp_tls_read_point(group, &read, &at, exact));
    buffer[0] = 3;
    at = buffer;
    show("read three bytes",
         mbedtls_ecp_tls_read_point(group, &read, &at, exact));
    printf("  moved by %d\n", (int) (at - buffer));
    show("no room", mbedtls_ecp_tls_write_point(group, point,
                                                MBEDTLS_ECP_PF_UNCOMPRESSED,
                                                &olen, buffer, 0));
    show("a byte of room",
         mbedtls_ecp_tls_write_point(group, point, MBEDTLS_ECP_PF_UNCOMPRESSED,
                                     &olen, buffer, 1));
    show("too little room",
         mbedtls_ecp_tls_write_point(group, point, MBEDTLS_ECP_PF_UNCOMPRESSED,
                                     &olen, buffer, exact - 1));
    show("another format",
         mbedtls_ecp_tls_write_point(group, point, 2, &olen, buffer,
                                     sizeof(buffer)));
    mbedtls_ecp_point_free(&read);
}

/* First bytes that are no form of a point, and others. */
static void forms(const mbedtls_ecp_group *group)
{
    unsigned char buffer[140];
    mbedtls_ecp_point read;
    size_t len = 0;
    int form;

    mbedtls_ecp_point_init(&read);
    (void) mbedtls_ecp_point_write_binary(group, &group->G,
                                          MBEDTLS_ECP_PF_UNCOMPRESSED, &len,
                                          buffer, sizeof(buffer));
    for (form = 0; form < 9; form++) {
        buffer[0] = (unsigned char) form;
        printf("  form %d\n", form);
        show("whole",
             mbedtls_ecp_point_read_binary(group, &read, buffer, len));
        if (form != 3) {
            show("half", mbedtls_ecp_point_read_binary(group, &read, buffer,
                                                       len / 2 + 1));
        }
        show("alone", mbedtls_ecp_point_read_binary(group, &read, buffer, 1));
    }
    buffer[0] = 4;
    buffer[len - 1] ^= 1;
    show("read a point beside the curve",
         mbedtls_ecp_point_read_binary(group, &read, buffer, len));
    show("is it good", mbedtls_ecp_check_pubkey(group, &read));
    memset(buffer + 1, 0xff, len - 1);
    show("read a point beyond the field",
         mbedtls_ecp_point_read_binary(group, &read, buffer, len));
    show("is it good", mbedtls_ecp_check_pubkey(group, &read));
    memset(buffer + 1, 0, len - 1);
    show("read 0, 0",
         mbedtls_ecp_point_read_binary(group, &read, buffer, len));
    show("is it good", mbedtls_ecp_check_pubkey(group, &read));
    mbedtls_ecp_point_free(&read);
}

/* A compressed x without a y: good is what check_pubkey says afterwards. */
static void no_such_y(const mbedtls_ecp_group *group)
{
    unsigned char buffer[67] = { 2 };
    mbedtls_ecp_point read;
    size_t len = (group->pbits + 7) / 8;
    int x, ret;

    mbedtls_ecp_point_init(&read);
    for (x = 0; x < 8; x++) {
        buffer[len] = (unsigned char) x;
        ret = mbedtls_ecp_point_read_binary(group, &read, buffer, len + 1);
        if (ret == 0) {
            ret = mbedtls_ecp_check_pubkey(group, &read);
        }
        printf("  x = %d\n", x);
        show("is there a y", ret);
        if (ret == 0) {
            show_point("read", &read);
        }
    }
    mbedtls_ecp_point_free(&read);
}

static void short_form(const mbedtls_ecp_group *group)
{
    mbedtls_ecp_point point;

    mbedtls_ecp_point_init(&point);
    write_and_read(group, &group->G, MBEDTLS_ECP_PF_UNCOMPRESSED);
    write_and_read(group, &group->G, MBEDTLS_ECP_PF_COMPRESSED);
    write_and_read(group, &group->G, 2);
    write_and_read(group, &group->G, -1);
    over_tls(group, &group->G);
    show("set zero", mbedtls_ecp_set_zero(&point));
    write_and_read(group, &point, MBEDTLS_ECP_PF_UNCOMPRESSED);
    write_and_read(group, &point, MBEDTLS_ECP_PF_COMPRESSED);
    forms(group);
    no_such_y(group);
    /* Coordinates that need more bytes than the field has. */
    show("large x", mbedtls_mpi_lset(&point.Z, 1));
    show("large x", mbedtls_mpi_shift_l(&point.X, 600));
    write_and_read(group, &point, MBEDTLS_ECP_PF_UNCOMPRESSED);
    write_and_read(group, &point, MBEDTLS_ECP_PF_COMPRESSED);
    show("is it good", mbedtls_ecp_check_pubkey(group, &point));
    mbedtls_ecp_point_free(&point);
}

static void montgomery_form(const mbedtls_ecp_group *group)
{
    unsigned char buffer[56];
    mbedtls_ecp_point point;
    size_t len = (group->pbits + 7) / 8;
    int fill;

    mbedtls_ecp_point_init(&point);
    write_and_read(group, &group->G, MBEDTLS_ECP_PF_UNCOMPRESSED);
    write_and_read(group, &group->G, MBEDTLS_ECP_PF_COMPRESSED);
    write_and_read(group, &group->G, 2);
    over_tls(group, &group->G);
    for (fill = 0; fill < 256; fill += 51) {
        memset(buffer, fill, sizeof(buffer));
        show("read", mbedtls_ecp_point_read_binary(group, &point, buffer, len));
        show_point("read", &point);
        show("is it good", mbedtls_ecp_check_pubkey(group, &point));
    }
    mbedtls_ecp_point_free(&point);
}

/* RFC 7748's points of low order, and numbers that stand for them. */
static void low_order(mbedtls_ecp_group_id id)
{
    static const char *const bad[] = {
        "0", "1", "2", "-2",
        "B8495F16056286FDB1329CEB8D09DA6AC49FF1FAE35616AEB8413B7C7AEBE0",
        "57119FD0DD4E22D8868E1C58C45C44045BEF839C55B1D0B1248C50A3BC959C5F",
        "7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEC",
        "7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFED",
        "7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEE",
        "7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEF",
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFDA",
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFDB",
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
        "10000000000000000000000000000000000000000000000000000000000000000",
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFE"
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFE",
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFE"
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
        "00000000000000000000000000000000000000000000000000000000",
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
        "00000000000000000000000000000000000000000000000000000001",
        "100000000000000000000000000000000000000000000000000000000"
        "00000000000000000000000000000000000000000000000000000000"
    };
    mbedtls_ecp_group group;
    mbedtls_ecp_point point;
    size_t i;

    mbedtls_ecp_group_init(&group);
    mbedtls_ecp_point_init(&point);
    show("load", mbedtls_ecp_group_load(&group, id));
    for (i = 0; i < COUNT(bad); i++) {
        show("set", mbedtls_mpi_read_string(&point.X, 16, bad[i]));
        show("set", mbedtls_mpi_lset(&point.Z, 1));
        printf("  %s\n", bad[i]);
        show("is it good", mbedtls_ecp_check_pubkey(&group, &point));
    }
    show("set", mbedtls_mpi_lset(&point.X, 9));
    show("set", mbedtls_mpi_lset(&point.Z, 2));
    show("not affine", mbedtls_ecp_check_pubkey(&group, &point));
    mbedtls_ecp_point_free(&point);
    mbedtls_ecp_group_free(&group);
}

static void without_a_curve(void)
{
    mbedtls_ecp_group group;
    mbedtls_ecp_point point;
    unsigned char buffer[4] = { 4, 1, 2, 3 };
    const unsigned char *at = buffer;
    size_t olen = 77;

    printf("without a curve\n");
    mbedtls_ecp_group_init(&group);
    mbedtls_ecp_point_init(&point);
    show("read", mbedtls_ecp_point_read_binary(&group, &point, buffer, 4));
    show("read nothing", mbedtls_ecp_point_read_binary(&group, &point, buffer, 0));
    show("read on the wire", mbedtls_ecp_tls_read_point(&group, &point, &at, 4));
    show("write",
         mbedtls_ecp_point_write_binary(&group, &point, 0, &olen, buffer, 4));
    show("write in another format",
         mbedtls_ecp_point_write_binary(&group, &point, 7, &olen, buffer, 4));
    show("check", mbedtls_ecp_check_pubkey(&group, &point));
    show("set", mbedtls_ecp_point_read_string(&point, 10, "1", "2"));
    show("check", mbedtls_ecp_check_pubkey(&group, &point));
    mbedtls_ecp_point_free(&point);
    mbedtls_ecp_group_free(&group);
}

int main(void)
{
    mbedtls_ecp_group group;
    size_t i;

    life();
    for (i = 0; i < COUNT(curves); i++) {
        printf("%s\n", curves[i].name);
        mbedtls_ecp_group_init(&group);
        show("load", mbedtls_ecp_group_load(&group, curves[i].id));
        if (i < SHORT_FORM) {
            short_form(&group);
        } else {
            montgomery_form(&group);
        }
        mbedtls_ecp_group_free(&group);
    }
    low_order(MBEDTLS_ECP_DP_CURVE25519);
    low_order(MBEDTLS_ECP_DP_CURVE448);
    without_a_curve();
    return 0;
}
